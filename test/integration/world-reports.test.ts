import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import { readLinkFeed } from '../../subgraphs/content/store/link-feed.ts';
import { openContentDatabase } from '../../subgraphs/content/store/open.ts';
import type { DatabaseSource } from '../../subgraphs/kit/database.ts';
import { PERIOD_DAYS } from '../../subgraphs/world/calendar.ts';
import { readCommandLine } from '../../subgraphs/world/commands/options.ts';
import { loadCommerce } from '../../subgraphs/world/load/load-commerce.ts';
import { loadContent } from '../../subgraphs/world/load/load-content.ts';
import type { UpliftTruth } from '../../subgraphs/world/truth/report-truth.ts';
import { computeTruth } from '../../subgraphs/world/truth/truth.ts';
import { makeWorld } from '../../subgraphs/world/world.ts';
import { createPGlite } from '../kit/pglite-template.ts';
import { readStoredReports } from '../oracle/reports.ts';

const silent = { begin: () => {}, reach: () => {}, end: () => {} };
const MONTHS = ['2024-04-08', '2025-04-08'] as const;

/** Quotas between half and twice the published ones. */
function randomQuotas() {
  const between = (low: number, high: number) => low + randomInt(high - low);
  const group = (reads: number) => ({ reads: between(reads, reads * 2), visits: between(200, 900) });
  const period = () => ({
    interactions: between(2_500, 9_000),
    sports: group(5_000),
    beauty: group(12_500),
    other: group(7_500),
    jointMerchantsPerDay: between(10, 90),
  });
  const buyersWhoSearched = between(300, 900);
  const newUsersFirstDay = between(100, 900);
  const searchers = between(buyersWhoSearched + newUsersFirstDay, 8_000);
  const search = { searchers, userSearches: between(12_000, 25_000), newUsersFirstDay, buyersWhoSearched };
  return { y0: period(), y1: period(), search };
}

/** What is kept of a month's cell, by its figure. */
async function keptFigures(options: Parameters<typeof makeWorld>[0], fresh: () => Promise<DatabaseSource>) {
  const world = makeWorld(options);
  await using databases = new AsyncDisposableStack();
  const content = databases.adopt(await openContentDatabase(await fresh()), (one) => one.close());
  await loadContent(content.db, world, silent);
  const links = await readLinkFeed(content.db, 0, 10_000);
  const commerce = databases.adopt(await openCommerceDatabase(await fresh()), (one) => one.close());
  await loadCommerce(commerce.db, world, { links, consents: [] }, silent);
  const kept = [
    ...(await readStoredReports((text) => sql.raw(text).execute(content.db))),
    ...(await readStoredReports((text) => sql.raw(text).execute(commerce.db))),
  ];
  const figures = new Map(
    kept.map((one) => [`${one.report} ${one.kind} ${one.from} ${one.subject} ${one.figure}`, one.amount]),
  );
  return { truth: computeTruth(world, 1).reports, of: (name: string) => figures.get(name) ?? 0 };
}

describe('the reports of a world of any seed and quotas', () => {
  const fresh = async (): Promise<DatabaseSource> => ({ pglite: await createPGlite() });

  // The name says what fails, so that it can be repeated.
  const worlds = Array.from({ length: 3 }, () => [randomInt(2 ** 31), JSON.stringify(randomQuotas())] as const);

  test.each(worlds)('come to its truth: --seed %i --quotas %s', async (seed, quotas) => {
    const file = join(await mkdtemp(join(tmpdir(), 'redcat-quotas-')), 'quotas.json');
    await writeFile(file, quotas);
    onTestFinished(() => rm(dirname(file), { recursive: true }));
    const given = ['--scale', 'S', '--seed', String(seed), '--now', '2026-01-15T12:00:00.000Z', '--quotas', file];
    const { truth, of } = await keptFigures(readCommandLine(given).world, fresh);
    const rows = truth.uplift.filter((row) => row.range.from === MONTHS[1]);
    const expected = rows.flatMap(({ metric, industry, baseline, current }) =>
      [baseline, current].map(({ numerator, denominator }) => [metric, industry, numerator, denominator]),
    );
    const kept = rows.flatMap(({ metric, industry }) =>
      MONTHS.map((month) => {
        const [above, below] = FIGURES[metric as keyof typeof FIGURES];
        const at = (figure: string) => of(figure.replace('*', `MONTH ${month} ${industry}`));
        return [metric, industry, at(above), below === DAYS ? PERIOD_DAYS : at(below)];
      }),
    );
    expect(kept).toEqual(expected);
    expect(rows.some(({ metric }) => metric === 'JOINT_CAMPAIGN_DAILY_MERCHANTS')).toBe(true);
    const shares = Object.fromEntries(
      truth.shares.map(({ share, numerator, denominator }) => [share, [numerator, denominator]]),
    );
    const people = (figure: string) => of(`search-people MONTH ${MONTHS[1]}  ${figure}`);
    const bought = (figure: string) => of(`searched-before MONTH ${MONTHS[1]}  ${figure}`);
    expect(shares).toEqual({
      searcherShare: [people('searchers'), people('active')],
      userOriginShare: [people('userSearches'), people('searches')],
      firstDayShare: [people('freshFirstDay'), people('fresh')],
      beforePurchaseShare: [bought('searched'), bought('buyers')],
    });
  });
});

/** What is counted by the days of the period. */
const DAYS = 'days';

const FIGURES = {
  CLICK_RATE: ['readership * reads', 'readership * impressions'],
  ENGAGEMENT_RATE: ['readership * interactions', 'readership * reads'],
  SHOP_VISIT_RATE: ['visits * visits', 'readership * reads'],
  JOINT_CAMPAIGN_DAILY_MERCHANTS: ['joint-merchants * merchants', DAYS],
} as const satisfies Partial<Record<UpliftTruth['metric'], readonly [string, string]>>;
