import { expect } from 'vitest';

/** A product by its marketplace's own id. */
export interface SoldProduct {
  readonly platformId: string;
  readonly platformProductId: string;
}

/** Has a click told on each of some products that `clip_1` shows, by the platform whose clip it is. */
export async function showOnClip(gateway: string, key: string, products: readonly SoldProduct[]): Promise<void> {
  const occurredAt = new Date().toISOString();
  const clicks = products.map((product, number) => ({
    eventId: `shown-${number}`,
    stage: 'LINK_CLICK',
    occurredAt,
    sourceId: 'clip_1',
    ...product,
  }));
  const headers = { 'content-type': 'application/json', 'x-api-key': key };
  const response = await fetch(`${gateway}/events`, { method: 'POST', headers, body: JSON.stringify(clicks) });
  expect(await response.json()).toMatchObject({ accepted: clicks.length, rejected: 0 });
}
