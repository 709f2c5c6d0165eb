import { toldLink, toldNote, toldSource } from '../conversions/placement.ts';
import type { ConversionModel } from '../models/conversion.ts';

/** A product by its marketplace's own id. */
export interface NamedProduct {
  readonly platformId: string;
  readonly platformProductId: string;
}

/** A conversion with its cursor as a line of NDJSON, without the line's end: the names are those of the contract's Conversion. */
export function feedLine(cursor: string, conversion: ConversionModel, product: NamedProduct | undefined): string {
  const { id, eventId, stage, state, version, sourceId, noteId, linkId, productId, shopId } = conversion;
  const { platformOrderId, platformLineId, quantity, value, occurredAt, receivedAt, changedAt } = conversion;
  return JSON.stringify({
    cursor,
    id,
    eventId,
    stage,
    state,
    version,
    sourceId,
    noteId: toldNote(noteId),
    creditedSourceId: toldSource(noteId),
    productLinkId: toldLink(linkId),
    productId,
    platformId: product?.platformId ?? null,
    platformProductId: product?.platformProductId ?? null,
    shopId,
    platformOrderId,
    platformLineId,
    quantity,
    value,
    occurredAt,
    receivedAt,
    changedAt,
  });
}
