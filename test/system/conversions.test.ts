import { afterAll, beforeAll, expect, it } from 'vitest';
import { PartnerConversionsSinceDocument } from '../../schema/generated/operations.ts';
import type { System } from '../../system/launch.ts';
import { ask } from '../kit/ask.ts';
import { describeOnSystems } from '../kit/describe-systems.ts';

describeOnSystems('the feed of conversions through the gateway', (start) => {
  let system: System & AsyncDisposable;

  beforeAll(async () => {
    system = await start();
  });
  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
  });

  it('tells the paid orders and refunds of the sample world, each once, and nothing more at its end', async () => {
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
});
