import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupingName, groupingOf, keptDimensions } from '../../subgraphs/commerce/funnel/dimensions.ts';
import { tellSteps } from '../../subgraphs/commerce/funnel/tell-steps.ts';
import type { ToldFigures } from '../../subgraphs/commerce/funnel/told-figures.ts';
import { cellKeys, type FunnelToldCell } from '../../subgraphs/commerce/reports/cells.ts';
import { type RepurchaseCell, tellRepurchase } from '../../subgraphs/commerce/reports/repurchase.ts';
import { jointMerchantsByDay } from '../../subgraphs/commerce/store/campaigns/joint-merchants.ts';
import { sparselySearched } from '../../subgraphs/commerce/store/figures/withheld.ts';
import { closeFunnels } from '../../subgraphs/commerce/store/funnel/close-funnels.ts';
import { forgetDecided } from '../../subgraphs/commerce/store/funnel/decided-funnels.ts';
import { countWithheld, readPeriods, readRows } from '../../subgraphs/commerce/store/funnel/read-funnels.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import { readLinkFeed } from '../../subgraphs/content/store/link-feed.ts';
import { openContentDatabase } from '../../subgraphs/content/store/open.ts';
import type { ContentTables } from '../../subgraphs/content/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { readDecided } from '../../subgraphs/kit/people/decided-cells.ts';
import type { Period } from '../../subgraphs/kit/people/lattice.ts';
import { shorterPeriods } from '../../subgraphs/kit/people/shorter-periods.ts';
import { makeTerms } from '../../subgraphs/world/alliance/commission-terms.ts';
import { PERIODS } from '../../subgraphs/world/calendar.ts';
import {
  expectedFunnels,
  expectedLeftOut,
  expectedSteps,
  nameOfFunnel,
  rounded,
} from '../../subgraphs/world/check/expected-funnels.ts';
import { loadCommerce } from '../../subgraphs/world/load/load-commerce.ts';
import { loadContent } from '../../subgraphs/world/load/load-content.ts';
import type { Progress } from '../../subgraphs/world/load/progress.ts';
import { costOfAll } from '../../subgraphs/world/store/campaign-rows.ts';
import { countCommissions } from '../../subgraphs/world/truth/commissions.ts';
import type { PeriodFigures, SubjectKind } from '../../subgraphs/world/truth/conversion-truth.ts';
import { countConversions } from '../../subgraphs/world/truth/conversions.ts';
import { TRUTH_MODELS, type TruthModel } from '../../subgraphs/world/truth/credit.ts';
import { countEngagement } from '../../subgraphs/world/truth/engagement.ts';
import { countFunnels, type FunnelTruth } from '../../subgraphs/world/truth/funnels.ts';
import { readLedger } from '../../subgraphs/world/truth/ledger.ts';
import { readOutcomeLooks } from '../../subgraphs/world/truth/looks.ts';
import { TRUTH_PERIOD_KEYS, TRUTH_PERIODS, type TruthPeriod } from '../../subgraphs/world/truth/periods.ts';
import { countClickers } from '../../subgraphs/world/truth/searching.ts';
import { makeWorld } from '../../subgraphs/world/world.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const world = makeWorld({ scale: 'S', seed: 3, now: new Date('2026-01-15T12:00:00.000Z') });
const silent: Progress = { begin: () => {}, reach: () => {}, end: () => {} };
const ledger = readLedger(world.events(), world.catalog);
const truth = countConversions(ledger, readOutcomeLooks(world.events(), world.catalog, ledger));
const KINDS: readonly SubjectKind[] = ['NOTE', 'LINK', 'PRODUCT', 'SHOP', 'SEARCH'];
const SUFFIXES = { HOURS_24: '24h', DAYS_7: '7d', DAYS_15: '15d', DAYS_30: '30d' } as const;

type Sums = Record<string, number> & { kind: string; id: string };

function inPeriod(period: TruthPeriod) {
  const range = TRUTH_PERIODS[period];
  return range ? sql`day between ${range.from} and ${range.to}` : sql`true`;
}

/** Commerce's own figures of a period in a model, by subject. */
async function figuresOf(
  { db }: Database<CommerceTables>,
  period: TruthPeriod,
  model: TruthModel,
): Promise<Map<string, Sums>> {
  const columns = ['visits', 'carts', 'orders', 'new_customers', 'credited', 'sales', 'refunds'];
  const kept = model === 'READ_THROUGH' ? [model] : ['LAST_CLICK', model];
  const sums = Object.values(SUFFIXES).flatMap((suffix) =>
    columns.map((column) => sql.raw(`sum(${column}_${suffix})::bigint as ${column}_${suffix}`)),
  );
  const clickSums = Object.values(SUFFIXES).map((suffix) =>
    sql.raw(`sum(clicks_${suffix})::bigint as clicks_${suffix}`),
  );
  const outcomes = await sql<Sums>`
    select subject_kind as kind, subject_id as id, ${sql.join(sums)} from outcome_days
    where model = any(${kept}::text[]) and ${inPeriod(period)} group by 1, 2`.execute(db);
  const clicks = await sql<Sums>`
    select subject_kind as kind, subject_id as id, ${sql.join(clickSums)}
    from click_days where ${inPeriod(period)} group by 1, 2`.execute(db);
  const all = new Map<string, Sums>();
  for (const row of [...outcomes.rows, ...clicks.rows]) {
    const key = `${row.kind} ${row.id}`;
    all.set(key, { ...all.get(key), ...row });
  }
  return all;
}

/** The truth in the shape of commerce's columns, without what is zero. */
function expected({ linkClicks, windows }: PeriodFigures, model: TruthModel): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [window, suffix] of Object.entries(SUFFIXES) as [keyof typeof SUFFIXES, string][]) {
    const told = windows[window][model];
    figures[`clicks_${suffix}`] = linkClicks[window];
    figures[`credited_${suffix}`] = told.creditedOrders;
    figures[`visits_${suffix}`] = told.shopVisits;
    figures[`carts_${suffix}`] = told.addToCarts;
    figures[`orders_${suffix}`] = told.orders;
    figures[`new_customers_${suffix}`] = told.newCustomerOrders;
    figures[`sales_${suffix}`] = told.grossSales;
    figures[`refunds_${suffix}`] = told.refunds;
  }
  return notZero(figures);
}

function notZero(figures: Record<string, unknown>): Record<string, number> {
  const entries = Object.entries(figures).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] !== 0,
  );
  return Object.fromEntries(entries);
}

/** Fewer than most groups of a small world are, so that some are told beside others that are not. */
const LEAST = 4;
const funnels = countFunnels(
  world,
  world.catalog.shops.map(({ id }) => id),
  LEAST,
);

/** A funnel as commerce decided it: its whole and its rows by their keys, and how many rows are left out. */
async function funnelTold({ db }: Database<CommerceTables>, { shopId, period, groupBy, model, window }: FunnelTruth) {
  const byDay = groupBy.includes('DAY');
  const { from, to } = PERIODS[period];
  const asked = groupBy.filter((dimension) => dimension !== 'DAY');
  const grouping = groupingOf(asked);
  const kept = keptDimensions(grouping);
  const page = {
    kind: byDay ? 'DAY' : 'MONTH',
    from,
    to: byDay ? to : from,
    grouping: groupingName(grouping),
  } as const;
  const [whole] = await readPeriods(db, { kind: 'MONTH', from, to }, [shopId]);
  const isGrouped = groupBy.length > 0;
  const rows = isGrouped ? await readRows(db, { ...page, after: undefined, limit: 10_000 }, [shopId]) : [];
  const [left] = isGrouped ? await countWithheld(db, page, [shopId]) : [];
  const stepsOf = (figures: ToldFigures) =>
    tellSteps(figures, model, window, false).map(({ stage, events, people, sales, withheld }) => ({
      stage,
      events,
      people,
      sales: sales?.amount ?? null,
      withheld,
    }));
  const nameOf = (day: string, keys: readonly string[]) =>
    groupBy.map((dimension) => (dimension === 'DAY' ? day : keys[kept.indexOf(dimension)])).join(' ');
  return {
    leftOut: left?.rows ?? 0,
    all: new Map([
      ['', stepsOf(whole?.totals ?? { led: [], credited: {} })],
      ...rows.map(({ day, keys, figures }) => [nameOf(day, keys), stepsOf(figures)] as const),
    ]),
  };
}

const byKeys = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1);

describeOnDatabases('a sample world, loaded', (fresh) => {
  let content: Database<ContentTables>;
  let commerce: Database<CommerceTables>;

  beforeAll(async () => {
    content = await openContentDatabase(await fresh());
    commerce = await openCommerceDatabase(await fresh());
    await loadContent(content.db, world, silent);
    const links = await readLinkFeed(content.db, 0, 10_000);
    const loaded = await loadCommerce(commerce.db, world, { links, consents: [] }, silent);
    expect(loaded).toMatchObject({ duplicates: ledger.counts.duplicates, refused: 3, reasons: { EVENT_CONFLICT: 3 } });
  });

  afterAll(async () => {
    await content?.close();
    await commerce?.close();
  });

  test.each(TRUTH_PERIOD_KEYS.flatMap((period) => TRUTH_MODELS.map((model) => [period, model] as const)))(
    'has the figures of the truth of every subject in every window: %s, %s',
    async (period, model) => {
      const answered = await figuresOf(commerce, period, model);
      const subjects = new Set([
        ...answered.keys(),
        ...KINDS.flatMap((kind) => truth.subjects(kind).map((id) => `${kind} ${id}`)),
      ]);
      expect(subjects.size).toBeGreaterThan(0);
      for (const subject of subjects) {
        const [kind = '', id = ''] = subject.split(' ');
        const figures = truth.of(kind as SubjectKind, id, period);
        expect({ subject, ...notZero(answered.get(subject) ?? {}) }).toEqual({ subject, ...expected(figures, model) });
      }
    },
  );

  test('has the commissions of the truth: of every author and shop in all, what was paid, and what was clawed back of it', async () => {
    const { rows } = await sql<{ party: string; id: string; amount: number; paid: number; clawedBack: number }>`
      select party, owner_id as id, sum(amount_fen) filter (where kind not in ('MOVE', 'PAYOUT'))::bigint as amount,
        coalesce(sum(amount_fen) filter (where stage = 'PAID'), 0)::bigint as paid,
        coalesce(-sum(amount_fen) filter (where kind = 'CLAWBACK'), 0)::bigint as "clawedBack"
      from ledger_entries group by party, owner_id`.execute(commerce.db);
    const kept = (party: string, sign: number) =>
      new Map(
        rows
          .filter((row) => row.party === party)
          .map(({ id, amount, paid, clawedBack }) => [
            id,
            { amount: 0 + sign * amount, paid: 0 + sign * paid, clawedBack: 0 + sign * clawedBack },
          ]),
      );
    const { authors, shops, platform } = countCommissions(
      ledger,
      world.catalog,
      makeTerms(world.plan.seed, world.catalog),
    );
    const some = (sums: typeof authors) =>
      new Map([...sums].filter(([, { amount, clawedBack }]) => amount + clawedBack > 0));
    expect(kept('AUTHOR', 1)).toEqual(some(authors));
    expect(kept('SHOP', -1)).toEqual(some(shops));
    expect(kept('CONTENT_PLATFORM', 1).get('content')).toEqual(platform);
    expect(platform.clawedBack).toBeGreaterThan(0);
  });

  test('knows after which texts enough people clicked in a month', async () => {
    const texts = [...countClickers(world.searches(), ledger.clicks).values()];
    const fingerprints = texts.map(({ fingerprint }) => fingerprint);
    const month = { range: PERIODS.Y1, finalAt: new Date(world.plan.now) };
    expect(texts.some(({ clickers }) => clickers.Y1 > 0)).toBe(true);
    for (const least of [1, 2]) {
      const behind = { least, eventPlatform: 'platform_taobao' };
      const sparse = await sparselySearched(commerce.db, fingerprints, behind, month);
      const few = texts.filter(({ clickers }) => clickers.Y1 < least).map(({ fingerprint }) => fingerprint);
      expect(sparse.map(({ id }) => id).sort()).toEqual(few.sort());
    }
  });

  test('has the funnels of the truth, and withholds exactly what the truth withholds, with a threshold of 4', async () => {
    const { db } = commerce;
    await forgetDecided(db);
    const rule = { leastPeople: LEAST, monthStart: 8, eventPlatform: 'platform_taobao' };
    await closeFunnels(db, { ...rule, now: new Date(world.plan.now) });
    const withheld = { threshold: LEAST, notReported: [], funnels: funnels.withheld };
    const expected = expectedFunnels(funnels.reports, withheld);
    expect(expected).toHaveLength(funnels.reports.length);
    for (const one of expected) {
      const { funnel } = one;
      const all = [funnel.totals, ...funnel.rows].map((row) => [row.row, expectedSteps(one, row)] as const);
      const { leftOut, all: told } = await funnelTold(commerce, funnel);
      expect({ of: nameOfFunnel(funnel), leftOut, told: [...told].toSorted(byKeys) }).toEqual({
        of: nameOfFunnel(funnel),
        leftOut: expectedLeftOut(one),
        told: all.toSorted(byKeys),
      });
    }
  });

  test('tells who bought at each shop as the truth has it, beside the funnels with a threshold of 4', async () => {
    const kept = await readDecided<RepurchaseCell & FunnelToldCell>(
      commerce.db,
      funnels.repurchases.flatMap(({ shopId, period }) => {
        const month = { kind: 'MONTH' as const, ...PERIODS[period] };
        return [month, ...shorterPeriods(month, { monthStart: 8 }).flat()].flatMap(({ kind, from }) =>
          (['repurchase', 'funnelTold'] as const).map((report) => cellKeys[report](kind, from, shopId)),
        );
      }),
    );
    const rule = { monthStart: 8, least: LEAST };
    const told = funnels.repurchases.map(({ shopId, period }) => {
      const of = (report: 'repurchase' | 'funnelTold') => (each: Period) =>
        kept.get(cellKeys[report](each.kind, each.from, shopId));
      const month = { kind: 'MONTH' as const, ...PERIODS[period] };
      const { buyers, repeatBuyers, medianDays } = tellRepurchase(month, of('repurchase'), of('funnelTold'), rule);
      return { shopId, period, buyers, repeatBuyers, medianDays };
    });
    const toldOf = (people: number | null) => (people === null ? null : rounded(people, LEAST));
    expect(told).toEqual(
      funnels.repurchases.map(({ shopId, period, buyers, repeatBuyers, medianDays }) => ({
        shopId,
        period,
        buyers: toldOf(buyers),
        repeatBuyers: toldOf(repeatBuyers),
        medianDays: medianDays === null ? null : (Math.round(medianDays * 10) / 10).toFixed(1),
      })),
    );
    expect(told.some(({ buyers }) => buyers !== null)).toBe(true);
  });

  test('has the lifetime counters of each note', async () => {
    const engagement = countEngagement(world.counters(), world.comments(), world.catalog);
    const notes = await content.db
      .selectFrom('notes')
      .select(['id', 'read_count', 'impression_count', 'interaction_count'])
      .execute();
    expect(notes).toHaveLength(world.catalog.notes.length);
    for (const { id, ...counted } of notes) {
      const { reads, impressions, likes, saves, comments, shares, follows } = engagement.ofNote(id, 'EVER');
      const interaction_count = likes + saves + comments + shares + follows;
      expect({ id, ...counted }).toEqual({ id, read_count: reads, impression_count: impressions, interaction_count });
    }
  });

  test('tells requests for a link from what only looks like one', async () => {
    const asked = [...world.comments()].filter(({ intent }) => intent === 'LINK_REQUEST').map(({ id }) => id);
    const told = await content.db.selectFrom('comments').select('id').where('intent', '=', 'LINK_REQUEST').execute();
    expect(told.map(({ id }) => id).toSorted()).toEqual(asked.toSorted());
  });

  test('logs each search once', async () => {
    const { rows } = await sql<{ logged: number; counted: number }>`
      select (select count(*) from searches) as logged, (select sum(searches)::bigint from search_days) as counted`.execute(
      content.db,
    );
    const count = [...world.searches()].length;
    expect(rows[0]).toEqual({ logged: count, counted: count });
  });

  test('keeps the campaigns, their boosts and the joint accounts', async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from campaigns) as campaigns, (select count(*) from boosts) as boosts,
        (select sum(merchant_spent_fen + marketplace_spent_fen + content_spent_fen)::bigint from campaigns) as spent,
        (select count(*) from joint_grants) as grants`.execute(commerce.db);
    expect(rows[0]).toEqual({
      campaigns: world.campaigns.length,
      boosts: [...world.boosts()].length,
      spent: costOfAll([...world.boosts()]),
      grants: world.grants.length,
    });
  });

  test.each(['Y0', 'Y1'] as const)('counts the merchants in joint campaigns on each day of %s', async (period) => {
    const days = await jointMerchantsByDay(commerce.db, PERIODS[period]);
    const perDay = world.plan.periods[period].jointMerchantsPerDay;
    expect(days.map(({ merchants }) => merchants)).toEqual(days.map(() => perDay));
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([30, PERIODS[period].from, PERIODS[period].to]);
  });
});
