import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../kit/ask.ts';
import { startSystem, type TestSystem } from '../kit/test-system.ts';

const PAGE = `query ($notes: Int!, $links: Int!) {
  notes(first: $notes, filter: { linked: true }, orderBy: MOST_READ) {
    nodes {
      title
      author { name }
      conversion { orders }
      readToOrderRate
      productLinks(first: $links) {
        totalCount
        nodes { product { title soldAtLeast shop { name } } destination { jumpUrl platform { name } } conversion { linkClicks orders } }
      }
    }
  }
}`;

const HOUR_MS = 3_600_000;

describe('SQL statements of a page of notes with their links', () => {
  let system: TestSystem;

  const statements = async (subgraph: 'content' | 'commerce') => {
    const metrics = await (await fetch(`${system.urls[subgraph]}/metrics`)).text();
    return Number(/^sql_statements_total (\d+)/m.exec(metrics)?.[1]);
  };

  /** How many statements each subgraph ran for one request. */
  async function costOf(notes: number, links: number) {
    const before = { content: await statements('content'), commerce: await statements('commerce') };
    const { data, errors } = await ask<{ notes: { nodes: unknown[] } }, object>(system.urls.gateway, PAGE, {
      notes,
      links,
    });
    expect(errors).toEqual([]);
    expect(data.notes.nodes).toHaveLength(notes);
    return {
      content: (await statements('content')) - before.content,
      commerce: (await statements('commerce')) - before.commerce,
    };
  }

  beforeAll(async () => {
    // Nothing else reads from the databases meanwhile.
    system = await startSystem({
      COMMERCE_LINK_FEED_INTERVAL_MS: String(HOUR_MS),
      COMMERCE_LEDGER_INTERVAL_MS: String(HOUR_MS),
      COMMERCE_RELATED_INTERVAL_MS: String(HOUR_MS),
    });
  });

  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
  });

  it('do not grow with the notes, nor with the links of each', async () => {
    const one = await costOf(1, 1);
    expect(one.content).toBeGreaterThan(0);
    expect(one.commerce).toBeGreaterThan(0);
    for (const [notes, links] of [
      [5, 1],
      [20, 4],
      [40, 10],
    ] as const) {
      const more = await costOf(notes, links);
      expect(more.commerce).toBe(one.commerce);
      // One less where the first page holds every link, so that nothing is left to count.
      expect(more.content).toBeLessThanOrEqual(one.content);
    }
  });
});
