import type { EngagementPeriod } from '../truth/engagement.ts';
import { TRUTH_PERIODS } from '../truth/periods.ts';
import type { Truth } from '../truth/truth.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';

const COUNTS = ['impressions', 'reads', 'likes', 'saves', 'comments', 'shares', 'follows', 'interactions'] as const;

/** Compares what was counted of notes, and who asked for links. */
export async function checkEngagement(ask: Ask, truth: Truth, moves: boolean, comparison: Comparison): Promise<void> {
  for (const entry of truth.engagement) {
    if (entry.period === 'EVER' && moves) continue;
    const range = rangeOf(truth, entry.period);
    const { note } = await ask(
      `query Check($id: ID!, $range: DateRange) { note(id: $id) { readCount engagement(range: $range) { ${COUNTS.join(' ')} } } }`,
      { id: entry.noteId, range },
    );
    const { readCount, engagement } = note as { readCount: number; engagement: Record<string, number> };
    for (const count of COUNTS)
      comparison.compare('engagement', `${entry.noteId} ${entry.period} ${count}`, entry[count], engagement[count]);
    if (entry.period === 'EVER') comparison.compare('engagement', `${entry.noteId} readCount`, entry.reads, readCount);
  }
}

/** Compares the link demand of the five days: of each note that was asked for, and the list of what is unmet. */
export async function checkDemand(ask: Ask, truth: Truth, comparison: Comparison): Promise<void> {
  const range = truth.periods.DEMAND;
  for (const { noteId, linkRequests, screenshots, scoreTimes20 } of truth.linkDemand.slice(0, 60)) {
    const { note } = await ask(
      'query Check($id: ID!, $range: DateRange) { note(id: $id) { linkDemand(range: $range) { linkRequests screenshots score } } }',
      { id: noteId, range },
    );
    const { linkDemand } = note as { linkDemand: { linkRequests: number; screenshots: number; score: string } };
    comparison.compare('link demand', `${noteId} linkRequests`, linkRequests, linkDemand.linkRequests);
    comparison.compare('link demand', `${noteId} screenshots`, screenshots, linkDemand.screenshots);
    comparison.compare('link demand', `${noteId} score`, scoreTimes20 / 20, Number(linkDemand.score));
  }
  const unmet = truth.linkDemand.filter((entry) => entry.unmet);
  const { unmetLinkDemand } = await ask(
    'query Check($range: DateRange!) { unmetLinkDemand(range: $range, first: 20) { edges { node { id } demand { score } } } }',
    { range },
  );
  const { edges } = unmetLinkDemand as { edges: { node: { id: string }; demand: { score: string } }[] };
  unmet.slice(0, 20).forEach(({ scoreTimes20 }, place) => {
    comparison.compare(
      'unmet link demand',
      `place ${place + 1}: score`,
      scoreTimes20 / 20,
      Number(edges[place]?.demand.score),
    );
  });
  for (const { node, demand } of edges) {
    const known = unmet.find(({ noteId }) => noteId === node.id);
    comparison.compare('unmet link demand', `${node.id} score`, known && known.scoreTimes20 / 20, Number(demand.score));
  }
}

function rangeOf(truth: Truth, period: EngagementPeriod): { from: string; to: string } | null {
  return period in TRUTH_PERIODS ? truth.periods[period as keyof typeof TRUTH_PERIODS] : null;
}
