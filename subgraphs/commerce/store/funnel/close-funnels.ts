import { setImmediate as nextTurn } from 'node:timers/promises';
import { addDays, dayOf, instantsOf } from '../../../kit/calendar.ts';
import { type Cell, decideOnce } from '../../../kit/people/decided-cells.ts';
import { newestClosed, PERIOD_KINDS, type Period, type PeriodKind, periodAt } from '../../../kit/people/lattice.ts';
import type { Deciding } from '../../funnel/decide-cells.ts';
import { type DecidedPeriod, decideShop, type PeriodToDecide } from '../../funnel/decide-shop.ts';
import type { FunnelFact } from '../../funnel/funnel-fact.ts';
import { keptOf } from '../../funnel/kept-funnels.ts';
import { layOutShops, type ShopFacts } from '../../funnel/lay-out-shops.ts';
import { measureOf, STEPS } from '../../funnel/measures.ts';
import { numberPersons } from '../../funnel/person-numbers.ts';
import { toldMeasures } from '../../funnel/told-figures.ts';
import { cellKeys, type FunnelToldCell } from '../../reports/cells.ts';
import { withdrawnAmong } from '../consents/consents.ts';
import { inGroups } from '../figures/shop-groups.ts';
import type { CommerceDb } from '../tables.ts';
import {
  type KeptFunnel,
  keepDecided,
  markClosed,
  readClosed,
  readToldCells,
  toldCellName,
} from './decided-funnels.ts';
import { firstInstant, readShopFacts, type Span, shopSizesWithin, vouchedPersons } from './shop-facts.ts';
import { readSurroundings } from './surroundings.ts';
import { takeTurn } from './turns.ts';

/** How funnels are decided. */
export interface Closing {
  readonly now: Date;
  /** The fewest persons behind what is told. */
  readonly leastPeople: number;
  readonly monthStart: number;
  /** In whose name anybody's events are issued: who is known from these alone may be invented. */
  readonly eventPlatform: string;
  /** Ends it early; what is left is done the next time. */
  readonly signal?: AbortSignal;
  /** Told how many of how many shops are done. */
  readonly progress?: (done: number, of: number) => void;
}

/** The most touches, reads, visits and orders that are in memory at once, but for a single shop that has more. */
const MOST_AT_ONCE = 200_000;

/** The last days of the periods that are to be decided: from the one, left out, up to the other. */
type Undecided = ReadonlyMap<PeriodKind, { readonly after: string; readonly to: string }>;

/**
 * Decides what the funnels of periods tell that have closed since the last time, some shops in a transaction. What breaks off is done again the next
 * time, and changes nothing that was decided.
 */
export async function closeFunnels(db: CommerceDb, closing: Closing): Promise<void> {
  const undecided = await undecidedPeriods(db, closing);
  if (!undecided) return;
  const { span, kinds } = undecided;
  const sizes = await shopSizesWithin(db, span);
  let done = 0;
  for (const shopIds of inGroups(sizes, MOST_AT_ONCE)) {
    if (closing.signal?.aborted) return;
    const { kept, besides } = await decideShops(db, shopIds, span, kinds, closing);
    const hadTurn = await db.transaction().execute(async (transaction) => {
      if (!(await takeTurn(transaction))) return false;
      await keepDecided(transaction, kept);
      await decideOnce(transaction, besides);
      return true;
    });
    // Another process is at it.
    if (!hadTurn) return;
    done += shopIds.length;
    closing.progress?.(done, sizes.length);
  }
  for (const [kind, { to }] of kinds) await markClosed(db, kind, to);
}

async function undecidedPeriods(
  db: CommerceDb,
  { now, monthStart }: Closing,
): Promise<{ span: Span; kinds: Undecided } | undefined> {
  const closed = await readClosed(db);
  const first = closed.size === PERIOD_KINDS.length ? undefined : await firstInstant(db);
  const kinds = new Map(
    PERIOD_KINDS.flatMap((kind) => {
      const { to } = newestClosed(kind, now, monthStart);
      const after = closed.get(kind)?.to ?? (first && addDays(periodAt(kind, dayOf(first), monthStart).from, -1));
      return after !== undefined && after < to ? [[kind, { after, to }] as const] : [];
    }),
  );
  const bounds = [...kinds].map(([kind, { after, to }]) => ({
    from: periodAt(kind, addDays(after, 1), monthStart).from,
    to,
  }));
  const [from, to] = [
    bounds.map((each) => each.from).sort()[0],
    bounds
      .map((each) => each.to)
      .sort()
      .at(-1),
  ];
  if (from === undefined || to === undefined) return undefined;
  return { span: instantsOf({ from, to }), kinds };
}

/** What is kept of some shops' periods: what is told, and by what other reports are held to it. */
interface DecidedShops {
  readonly kept: readonly KeptFunnel[];
  readonly besides: readonly Cell<FunnelToldCell>[];
}

async function decideShops(
  db: CommerceDb,
  shopIds: readonly string[],
  span: Span,
  kinds: Undecided,
  { leastPeople, monthStart, eventPlatform }: Closing,
): Promise<DecidedShops> {
  const known = await readShopFacts(db, shopIds, span);
  const persons = personsOf(known);
  const vouched = await vouchedOf(db, known, persons, eventPlatform);
  const around = await readSurroundings(db, shopIds, persons);
  const { numberOf, hashes } = numberPersons(vouched);
  const facts = layOutShops(known, shopIds, span.start.getTime(), around, numberOf);
  const before = await readToldCells(db, shopIds, span);
  const follow: Deciding['follow'] = (dimension, key) =>
    (dimension === 'NOTE' ? around.authors : around.industries).get(key);
  const kept: KeptFunnel[] = [];
  const besides: Cell<FunnelToldCell>[] = [];
  for (const [shopId, own] of facts) {
    const periods = decideShop({
      facts: own,
      hashes,
      least: leastPeople,
      follow,
      periods: periodsOf(own, kinds, monthStart),
      toldBefore: (period, grouping, keys) => {
        const told = before.get(toldCellName(shopId, period, grouping, keys));
        return told && toldMeasures(told);
      },
    });
    kept.push(...periods.map((each) => keptOf(shopId, each, leastPeople, follow)));
    besides.push(...periods.flatMap((each) => besideOf(shopId, each)));
    // A server answers meanwhile.
    await nextTurn();
  }
  return { kept, besides };
}

/** Nothing of a period that tells nothing. */
function besideOf(shopId: string, { period, cells, largest }: DecidedPeriod): Cell<FunnelToldCell>[] {
  const [whole] = cells.cells.get('') ?? [];
  const read = measureOf(STEPS.indexOf('READ'), 0);
  const readers = whole?.told.has(read) ? (whole.people.get(read)?.size ?? null) : null;
  if (readers === null && largest.bought.length === 0) return [];
  return [{ key: cellKeys.funnelTold(period.kind, period.from, shopId), value: { readers, ...largest } }];
}

function personsOf({ clicks, reads, visits, orders }: ShopFacts): string[] {
  return [...new Set([...clicks, ...reads, ...visits, ...orders].flatMap(({ person }) => person ?? []))];
}

/** Those who count: persons of whom a platform told in its own name. */
async function vouchedOf(
  db: CommerceDb,
  { clicks, reads }: ShopFacts,
  persons: readonly string[],
  eventPlatform: string,
): Promise<Set<string>> {
  const told = [...reads, ...clicks].filter(({ platformId }) => platformId !== eventPlatform);
  const vouched = new Set(told.flatMap(({ person }) => person ?? []));
  const others = await vouchedPersons(
    db,
    persons.filter((person) => !vouched.has(person)),
    eventPlatform,
  );
  // Who withdrew consent since is in no figure that is decided from then on.
  return vouched.union(others).difference(await withdrawnAmong(db, persons));
}

/** The periods in which anything of a shop lies: those to decide, and shorter ones that were decided before. */
function periodsOf(facts: readonly FunnelFact[], kinds: Undecided, monthStart: number): PeriodToDecide[] {
  const days = [...new Set(facts.map(({ day }) => day))];
  const all = PERIOD_KINDS.flatMap((kind) =>
    [
      ...new Map(days.map((day) => periodAt(kind, day, monthStart)).map((period) => [period.from, period])).values(),
    ].map((period) => ({ ...period, before: !isUndecided(period, kinds) })),
  );
  const longer = all.filter(({ before, kind }) => !before && kind !== 'DAY');
  return all.filter(
    (period) =>
      !period.before ||
      longer.some(({ from, to }) => from <= period.from && period.to <= to && period.kind !== 'MONTH'),
  );
}

function isUndecided({ kind, to }: Period, kinds: Undecided): boolean {
  const own = kinds.get(kind);
  return own !== undefined && own.after < to && to <= own.to;
}
