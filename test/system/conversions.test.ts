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

  it('tells the paid orders and refunds of the sample world, each once, page by page to the end', async () => {
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors } = await ask(system.urls.gateway, PartnerConversionsSinceDocument, { after });
      expect(errors).toEqual([]);
      ids.push(...(data.conversions?.nodes ?? []).map(({ id }) => id));
      after = data.conversions?.pageInfo.endCursor ?? null;
      if (!data.conversions?.pageInfo.hasNextPage) break;
    }
    expect(ids.length).toBeGreaterThan(1_000);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
