import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintOfSearch, textFingerprint } from '../../../../subgraphs/kit/search-id.ts';
import { PLATFORMS } from '../../../../subgraphs/world/catalog/platforms.ts';
import type { RawEvent } from '../../../../subgraphs/world/commerce/event.ts';
import { makeWorld, type World } from '../../../../subgraphs/world/world.ts';

const now = new Date('2026-01-15T12:00:00.000Z');
const small = (seed = 1) => makeWorld({ scale: 'S', seed, now });

/** A hash of every row of a world. */
function hashOf(world: World): string {
  const { catalog, campaigns, grants } = world;
  const hash = createHash('sha256');
  const rows = [catalog, catalog.notes.map(world.textOf), campaigns, grants, [...world.boosts()], [...world.survey()]];
  for (const row of rows) hash.update(JSON.stringify(row));
  for (const stream of [
    world.persons(),
    world.personDays(),
    world.counters(),
    world.comments(),
    world.searches(),
    world.events(),
  ])
    for (const row of stream) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

test('the same seed makes the same world, to the byte', () => {
  expect(hashOf(small())).toBe(hashOf(small()));
  // Change GENERATOR_VERSION with it: a loaded world of the old version is another world.
  expect(hashOf(small())).toBe('2480f3d728157daf7530dfb364fa11a4503c9af3216b575705cc5a8cb7789188');
});

test('another seed makes another world', () => {
  expect(hashOf(small(2))).not.toBe(hashOf(small(1)));
});

test('each read, buyer and search can be made alone, in any order', () => {
  const { reads, buyers, searches } = small().periods.Y1;
  const all = Array.from({ length: reads.count }, (_, ordinal) => reads.at(ordinal));
  fc.assert(
    fc.property(fc.nat({ max: reads.count - 1 }), fc.nat({ max: buyers.count - 1 }), (ordinal, buyer) => {
      const again = small().periods.Y1;
      expect(again.reads.at(ordinal)).toEqual(all[ordinal]);
      expect(again.buyers.at(buyer)).toEqual(buyers.at(buyer));
      expect(again.searches?.at(buyer)).toEqual(searches?.at(buyer));
    }),
    { numRuns: 20 },
  );
});

test('events are named once, but for those that are sent twice and those in conflict', () => {
  const names = new Map<string, RawEvent[]>();
  for (const event of small().events()) {
    const name = `${event.platformId} ${event.input.stage} ${event.input.eventId}`;
    names.set(name, [...(names.get(name) ?? []), event]);
  }
  const again = [...names.values()].filter((events) => events.length > 1);
  expect(again.every((events) => events.length === 2)).toBe(true);
  const conflicts = again.filter(([first, second]) => JSON.stringify(first?.input) !== JSON.stringify(second?.input));
  expect(conflicts).toHaveLength(3);
});

test('every id that a row names is there', () => {
  const { catalog, ...world } = small();
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const [notes, links, shops, authors] = [catalog.notes, catalog.links, catalog.shops, catalog.authors].map(ids);
  const products = new Set(
    catalog.products.map(({ platformId, platformProductId }) => `${platformId} ${platformProductId}`),
  );
  const platforms = ids(PLATFORMS);
  const searches = new Set([...world.searches()].map(({ id }) => id));
  const clicks = new Set<string>();
  const events = [...world.events()];
  for (const { input } of events) if (input.stage === 'LINK_CLICK') clicks.add(input.clickId ?? '');
  for (const { platformId, input } of events) {
    expect(platforms.has(platformId)).toBe(true);
    if (input.sourceId) expect(notes?.has(input.sourceId)).toBe(true);
    if (input.productLinkId) expect(links?.has(input.productLinkId)).toBe(true);
    if (input.shopId) expect(shops?.has(input.shopId)).toBe(true);
    if (input.searchId) expect(searches.has(input.searchId)).toBe(true);
    if (input.clickId) expect(clicks.has(input.clickId)).toBe(true);
    if (input.platformProductId) expect(products.has(`${input.platformId} ${input.platformProductId}`)).toBe(true);
  }
  for (const comment of world.comments())
    expect([notes?.has(comment.noteId), authors?.has(comment.authorId)]).toEqual([true, true]);
});

test('nothing happens before it can, nor after now', () => {
  const world = small();
  const published = new Map(world.catalog.notes.map(({ id, publishedAt }) => [id, publishedAt]));
  for (const { receivedAt, input } of world.events()) {
    expect(receivedAt).toBeLessThanOrEqual(now.getTime());
    expect(Date.parse(input.occurredAt)).toBeLessThanOrEqual(now.getTime());
    if (input.sourceId) expect(Date.parse(input.occurredAt)).toBeGreaterThan(published.get(input.sourceId) ?? Infinity);
  }
});

test("a search's id carries its text's fingerprint", () => {
  for (const { id, text } of small().searches()) expect(fingerprintOfSearch(id)).toBe(textFingerprint(text));
});

test('the first note shows the main job: several products, of shops that sell, sold until now', () => {
  const world = makeWorld({ scale: 'M', seed: 1, now });
  const [note] = world.catalog.notes;
  expect(note?.links.length).toBeGreaterThanOrEqual(3);
  const links = new Set(note?.links.map((place) => world.catalog.links[place]?.id));
  const clicks = new Set<string>();
  let orders = 0;
  for (const { input } of world.events()) {
    if (input.productLinkId && links.has(input.productLinkId)) clicks.add(input.clickId ?? '');
    const recent = Date.parse(input.occurredAt) > now.getTime() - 14 * 86_400_000;
    if (input.stage === 'ORDER_PAID' && recent && clicks.has(input.clickId ?? '')) orders += 1;
  }
  expect(orders).toBeGreaterThan(10);
});

test('over two hundred platforms are connected, and some marketplaces among them return nothing', () => {
  expect(PLATFORMS.length).toBeGreaterThan(200);
  expect(new Set(PLATFORMS.map(({ id }) => id)).size).toBe(PLATFORMS.length);
  expect(new Set(PLATFORMS.map(({ name }) => name)).size).toBe(PLATFORMS.length);
  const silent = PLATFORMS.filter(
    (one) => one.category === 'MARKETPLACE' && !one.capabilities.includes('CONVERSION_RETURN'),
  );
  expect(silent.length).toBeGreaterThan(3);
});
