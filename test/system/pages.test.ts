import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  NotePageDocument,
  PartnerConversionsSinceDocument,
  SearchPageDocument,
  UnmetLinkDemandDocument,
} from '../../schema/generated/operations.ts';
import { ask } from '../kit/ask.ts';
import { PHONE } from '../kit/commerce/taps.ts';
import { describeOnSystems } from '../kit/describe-systems.ts';
import type { TestSystem } from '../kit/test-system.ts';

describeOnSystems('pages through the gateway, from both subgraphs', (start) => {
  let system: TestSystem;

  beforeAll(async () => {
    system = await start();
  });

  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
  });

  it('tells partners the paid orders and refunds of the sample world, each once, and nothing more at its end', async () => {
    const url = system.urls.gateway;
    const all = await ask(url, PartnerConversionsSinceDocument, { after: null });
    expect(all.errors).toEqual([]);
    const nodes = all.data.conversions?.nodes ?? [];
    expect(new Set(nodes.map(({ id }) => id)).size).toBeGreaterThan(50);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    expect(nodes.some(({ note }) => note?.id.startsWith('note_'))).toBe(true);
    const { endCursor = null, hasNextPage } = all.data.conversions?.pageInfo ?? {};
    expect(hasNextPage).toBe(false);
    const more = await ask(url, PartnerConversionsSinceDocument, { after: endCursor });
    expect(more.data.conversions).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, endCursor } });
  });

  it('answers NotePage in one request: the note, its products and their conversion', async () => {
    const { data, errors } = await ask(system.urls.gateway, NotePageDocument, { id: 'note_1' });
    expect(errors).toEqual([]);
    expect(data.note?.title).toMatch(/\p{Script=Han}/u);
    expect(data.note?.productLinks.totalCount).toBeGreaterThanOrEqual(3);
    for (const link of data.note?.productLinks.nodes ?? []) {
      expect(link.product?.price).toEqual({ amount: expect.stringMatching(/^\d+\.\d\d$/), currencyCode: 'CNY' });
      expect(link.product?.shop.name).toBeTruthy();
      expect(link.destination?.jumpUrl).toContain(`${system.urls.gateway}/l/`);
      expect(link.conversion).toMatchObject({ linkClicks: expect.any(Number) });
    }
    expect(data.note?.conversion?.linkClicks).toBeGreaterThan(0);
    expect(data.note?.conversion?.orders).toBeGreaterThan(0);
    expect(Number(data.note?.readToOrderRate)).toBeGreaterThan(0);
  });

  it('answers SearchPage in one request: notes from content, products from commerce', async () => {
    const { data, errors } = await ask(system.urls.gateway, SearchPageDocument, { text: '防晒' });
    expect(errors).toEqual([]);
    expect(data.search?.terms).toEqual(['防晒']);
    expect(data.search?.notes.nodes.length).toBeGreaterThan(0);
    expect(data.search?.products?.nodes.length).toBeGreaterThan(0);
    expect(data.search?.products?.nodes[0]?.shop.name).toBeTruthy();
  });

  it('answers UnmetLinkDemand', async () => {
    const range = { from: '2025-04-08', to: '2025-05-07' };
    const { data, errors } = await ask(system.urls.gateway, UnmetLinkDemandDocument, { range });
    expect(errors).toEqual([]);
    expect(data.unmetLinkDemand?.edges).toBeInstanceOf(Array);
  });

  it('forwards a jump URL to commerce, which redirects to a shop and not to a stranger', async () => {
    const { data } = await ask(system.urls.gateway, NotePageDocument, { id: 'note_1' });
    const before = data.note?.productLinks.nodes[0];
    const response = await fetch(before?.destination?.jumpUrl ?? '', { redirect: 'manual', headers: PHONE });
    expect(response.status).toBe(302);
    expect(response.headers.get('cache-control')).toContain('no-store');
    const linkClicks = async () => {
      const again = await ask(system.urls.gateway, NotePageDocument, { id: 'note_1' });
      return again.data.note?.productLinks.nodes[0]?.conversion?.linkClicks;
    };
    await expect.poll(linkClicks).toBe((before?.conversion?.linkClicks ?? 0) + 1);
  });

  it('still renders the note when commerce has died, and says what is missing', async () => {
    system.servers.commerce.kill('SIGKILL');
    await once(system.servers.commerce, 'exit');
    const { status, data, errors } = await ask(system.urls.gateway, NotePageDocument, { id: 'note_1' });
    expect(status).toBe(200);
    expect(data.note?.title).toMatch(/\p{Script=Han}/u);
    expect(data.note?.author.name).toBeTruthy();
    expect(data.note?.productLinks.totalCount).toBeGreaterThanOrEqual(3);
    expect(data.note?.conversion).toBeNull();
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(error).toMatchObject({ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'commerce' } });
    }
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN|stack/);
    // The gateway asks the subgraphs at most once a second.
    const ready = async () => {
      const response = await fetch(`${system.urls.gateway}/readyz`);
      return { status: response.status, text: await response.text() };
    };
    await expect.poll(ready, { timeout: 30_000 }).toEqual({ status: 503, text: expect.stringContaining('commerce') });
  });
});
