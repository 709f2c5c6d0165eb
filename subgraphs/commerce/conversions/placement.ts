import { idType } from '../../kit/ids.ts';
import type { NamedEvent } from './event.ts';

/** The link and the item that a click was on, as figures, credit and the feed know them. */
export interface Lead {
  /** Of a product link; where another platform's item led to the product, its placement. */
  readonly linkId: string;
  /** The note, or the item of another platform. */
  readonly noteId: string;
}

/** Stands between an item's and a product's id in a placement's; no global id has it. */
const SHOWS = '>';

/** Whether something is an item of another platform than the one whose product links are known here, by its global id. */
export function isForeign(sourceId: string): boolean {
  return idType(sourceId) !== 'note';
}

/** Whether what stands in the place of a product link's id is a placement: an item of another platform that shows a product. */
export function isPlacement(linkId: string): boolean {
  return linkId.includes(SHOWS);
}

/** The product link that clients are told of; null for a placement, which is none. */
export function toldLink(linkId: string | null): string | null {
  return linkId === null || isPlacement(linkId) ? null : linkId;
}

/** The note that clients are told of; null for an item of another platform. */
export function toldNote(noteId: string | null): string | null {
  return noteId === null || isForeign(noteId) ? null : noteId;
}

/** The item of another platform that clients are told of; null for a note. */
export function toldSource(noteId: string | null): string | null {
  return noteId === null || !isForeign(noteId) ? null : noteId;
}

/** What a click was on; null for what is no click, or on nothing that is known. */
export function leadOf(event: Pick<NamedEvent, 'stage' | 'linkId' | 'noteId' | 'sourceId' | 'productId'>): Lead | null {
  const { stage, linkId, noteId, sourceId, productId } = event;
  if (stage !== 'LINK_CLICK') return null;
  if (linkId !== null) return noteId === null ? null : { linkId, noteId };
  if (sourceId === null || productId === null) return null;
  return { linkId: `${sourceId}${SHOWS}${productId}`, noteId: sourceId };
}
