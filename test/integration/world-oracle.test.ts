import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../settings/settings.ts';
import { checkLedger } from '../../subgraphs/commerce/ledger/check-ledger.ts';
import { funnelSettings } from '../../subgraphs/commerce/store/funnel/funnel-settings.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import { readLinkFeed } from '../../subgraphs/content/store/link-feed.ts';
import { openContentDatabase } from '../../subgraphs/content/store/open.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { loadCommerce } from '../../subgraphs/world/load/load-commerce.ts';
import { loadContent } from '../../subgraphs/world/load/load-content.ts';
import { makeWorld } from '../../subgraphs/world/world.ts';
import { describeOnDatabases } from '../kit/databases.ts';
import { toldUplift } from '../kit/told-uplift.ts';
import { compareFigures, tellDifferences } from '../oracle/compare-figures.ts';
import { expectedCommissions, readAgreements, readStoredCommissions } from '../oracle/expected-commissions.ts';
import { expectedFigures } from '../oracle/expected-figures.ts';
import {
  expectedFunnels,
  type FunnelFigures,
  readFunnelRows,
  readStoredFunnels,
  tellFunnelDifferences,
} from '../oracle/funnels.ts';
import {
  expectedReports,
  type RawReports,
  type ReportFigure,
  readCommerceRows,
  readContentRows,
  readStoredReports,
  tellReportDifferences,
} from '../oracle/reports.ts';
import { type Query, readRawEvents, readStoredFigures } from '../oracle/stored-figures.ts';
import { expectedUplift, tellUpliftDifferences, type UpliftFigures } from '../oracle/uplift.ts';

const world = makeWorld({ scale: 'S', seed: 5, now: new Date('2026-01-15T12:00:00.000Z') });
/** With another threshold it would be kept what may be told, not what was counted. */
const NOBODY_TOO_FEW = readSettings(funnelSettings, 'COMMERCE_', { COMMERCE_MIN_PEOPLE: '1' });
const silent = { begin: () => {}, reach: () => {}, end: () => {} };

/** Worked out once: both databases hold the same world. */
let funnels: FunnelFigures | undefined;
let uplift: ReadonlyMap<string, UpliftFigures> | undefined;

describeOnDatabases('the sample world at S', (fresh) => {
  let commerce: Database<CommerceTables>;
  let content: Pick<RawReports, 'hours' | 'readDays' | 'searched'>;
  let reportsOfContent: ReportFigure[];
  let cellsOfContent: Awaited<ReturnType<Query>>;

  beforeAll(async () => {
    const { db, close } = await openContentDatabase(await fresh());
    await loadContent(db, world, silent);
    const links = await readLinkFeed(db, 0, 10_000);
    const query = (text: string) => sql.raw(text).execute(db);
    content = await readContentRows(query);
    reportsOfContent = await readStoredReports(query);
    cellsOfContent = await query('select key, cell from decided_cells');
    await close();
    commerce = await openCommerceDatabase(await fresh());
    await loadCommerce(commerce.db, world, { links, consents: [] }, silent, NOBODY_TOO_FEW);
  });
  afterAll(() => commerce?.close());

  test('has the figures that the oracle works out from its raw events: each subject, day, window and model', async () => {
    const query = (text: string) => sql.raw(text).execute(commerce.db);
    const kept = await readStoredFigures(query);
    const expected = await expectedFigures(await readRawEvents(query));
    expect(kept.length).toBeGreaterThan(1_000);
    expect(tellDifferences(compareFigures(expected, kept))).toBe('0 figures differ');
  });

  test('has the reports that the oracle works out from the raw rows of both subgraphs: each period, shop and industry', async () => {
    const query = (text: string) => sql.raw(text).execute(commerce.db);
    const kept = [...(await readStoredReports(query)), ...reportsOfContent];
    const raw = { ...content, ...(await readCommerceRows(query)), events: await readRawEvents(query) };
    const expected = await expectedReports(raw, new Date(world.plan.now));
    expect(new Set(kept.map(({ report }) => report)).size).toBe(7);
    expect(tellReportDifferences(expected, kept)).toBe('0 figures differ');
  });

  test('tells the market’s rates year on year as the oracle does, with intervals and what the mix hides', async () => {
    const query = (text: string) => sql.raw(text).execute(commerce.db);
    const told = await toldUplift(async () => cellsOfContent, query);
    const raw = { ...content, ...(await readCommerceRows(query)), events: await readRawEvents(query) };
    uplift ??= await expectedUplift(raw, new Date(world.plan.now));
    expect(told.size).toBeGreaterThan(50);
    expect([...told.values()].some(({ isMisleading }) => isMisleading)).toBe(true);
    expect(tellUpliftDifferences(uplift, told)).toBe('0 figures differ');
  });

  test('has the funnels that the oracle works out from its raw events: each shop, period, group, step, window and model', async () => {
    const query = (text: string) => sql.raw(text).execute(commerce.db);
    const kept = await readStoredFunnels(query);
    funnels ??= await expectedFunnels(
      await readRawEvents(query),
      await readFunnelRows(query),
      new Date(world.plan.now),
    );
    expect(kept.size).toBeGreaterThan(100_000);
    expect(tellFunnelDifferences(funnels, kept)).toBe('0 figures differ');
  });

  test('owes the commissions that the oracle works out from its raw events, and its ledger is in order', async () => {
    const query = (text: string) => sql.raw(text).execute(commerce.db);
    const kept = await readStoredCommissions(query);
    expect(kept).toEqual(await expectedCommissions(await readRawEvents(query), await readAgreements(query)));
    expect(Object.keys(kept).length).toBeGreaterThan(10);
    expect((await checkLedger(commerce.db, new Date(world.plan.now))).faults).toEqual([]);
  });
});
