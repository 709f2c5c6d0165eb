import { DAY, dayAt, dayStarts, PERIOD_DAYS, PERIODS, type PeriodKey, startOf } from '../calendar.ts';
import type { World } from '../world.ts';
import { Buyers } from './buyers.ts';
import type { FunnelDeed } from './funnel-deeds.ts';
import { funnelDeeds } from './funnel-deeds.ts';
import {
  FOLLOWS,
  FUNNEL_GROUPINGS,
  type FunnelDimension,
  type FunnelGrouping,
  groupingOf,
} from './funnel-dimensions.ts';
import { FunnelGroupFinder } from './funnel-groups.ts';
import { type FunnelAsked, funnelsAsked } from './funnel-subjects.ts';
import { type FunnelRules, type ToldFunnelCell, type ToldFunnels, type ToldMonth, tellFunnels } from './funnel-told.ts';
import { FUNNEL_STAGES, type FunnelStage, type FunnelWay, measureOf } from './funnel-ways.ts';
import { readLedger } from './ledger.ts';
import { readOutcomeLooks } from './looks.ts';
import { type RepurchaseTruth, tellRepurchase } from './repurchase.ts';

/** A step of a group: exact counts, withheld or not; money in 分. */
export interface FunnelStepTruth {
  readonly stage: FunnelStage;
  readonly events: number;
  readonly people: number;
  readonly sales: number;
}

/** A group of a funnel. */
export interface FunnelRowTruth {
  /** What it is of, in the order of `groupBy`, with spaces between; empty for the whole. */
  readonly row: string;
  readonly steps: readonly FunnelStepTruth[];
}

/** A shop's funnel of a month, as it may be asked for. */
export interface FunnelTruth extends FunnelAsked {
  readonly totals: FunnelRowTruth;
  /** But for those that are left out. */
  readonly rows: readonly FunnelRowTruth[];
}

/** What is withheld of a funnel: too few people, or such that what else is told would give a small group. */
export interface WithheldFunnel extends FunnelAsked {
  /** Rows of which the people are told in no model and window, of no step. */
  readonly leftOut: readonly string[];
  /** Of the whole and of other rows the steps whose people are not told. */
  readonly cells: readonly { readonly row: string; readonly stages: readonly FunnelStage[] }[];
}

/** Funnels of some shops, and what of them is withheld. */
export interface FunnelsTruth {
  readonly reports: readonly FunnelTruth[];
  readonly withheld: readonly WithheldFunnel[];
  /** Who bought at the same shops in the same months. */
  readonly repurchases: readonly RepurchaseTruth[];
}

/**
 * Tells the funnels of some shops in the months that are compared, off the raw rows.
 * @param least the fewest people that are told of
 */
export function countFunnels(world: World, shopIds: readonly string[], least: number): FunnelsTruth {
  const ledger = readLedger(world.events(), world.catalog);
  const looks = readOutcomeLooks(world.events(), world.catalog, ledger);
  const finder = new FunnelGroupFinder(world);
  const deeds = funnelDeeds(world, ledger, looks, new Set(shopIds), finder);
  const following = (dimension: FunnelDimension, key: string) => finder.following(dimension, key);
  const buyers = new Buyers(world.catalog, ledger, looks);
  const months = shopIds.flatMap((shopId, place) =>
    (Object.keys(PERIODS) as PeriodKey[]).map((period) => {
      const asked = funnelsAsked(shopId, place, period);
      const told = tellMonth(deeds.get(shopId) ?? [], period, asked, { following, least });
      const repurchase = { shopId, period, ...tellRepurchase(buyers.of(shopId), told, least) };
      return { reports: asked.map((each) => reportOf(each, told, finder)), repurchase };
    }),
  );
  const all = months.flatMap(({ reports }) => reports);
  return {
    reports: all.map(({ report }) => report),
    withheld: all.map(({ withheld }) => withheld),
    repurchases: months.map(({ repurchase }) => repurchase),
  };
}

/** What is told of a month, after its days and the weeks from Monday on that lie in it whole. */
function tellMonth(
  deeds: readonly FunnelDeed[],
  period: PeriodKey,
  asked: readonly FunnelAsked[],
  rules: Pick<FunnelRules, 'following' | 'least'>,
): ToldMonth {
  const shownOf = (isByDay: boolean) =>
    new Set(
      asked
        .filter(({ groupBy }) => groupBy.includes('DAY') === isByDay)
        .map(({ groupBy }) => groupingBeside(groupBy).join(' ')),
    );
  const byDay = Map.groupBy(deeds, ({ day }) => day);
  const days = dayStarts(PERIODS[period].from, PERIOD_DAYS).map(dayAt);
  const tell = (own: readonly string[], shorter: readonly ToldFunnels[], shown: ReadonlySet<string>) =>
    tellFunnels(
      own.flatMap((day) => byDay.get(day) ?? []),
      { ...rules, groupings: FUNNEL_GROUPINGS, shorter, shown },
    );
  const ofDays = new Map(days.map((day) => [day, tell([day], [], shownOf(true))]));
  const toldOf = (own: readonly string[]) => own.flatMap((day) => ofDays.get(day) ?? []);
  const weeks = days
    .filter((day) => new Date(startOf(day) + DAY / 2).getUTCDay() === 1)
    .map((monday) => days.slice(days.indexOf(monday)).slice(0, 7))
    .filter((week) => week.length === 7);
  const ofWeeks = new Map(weeks.map((week) => [week, tell(week, toldOf(week), new Set())]));
  return { month: tell(days, [...toldOf(days), ...ofWeeks.values()], shownOf(false)), weeks: ofWeeks, days: ofDays };
}

function groupingBeside(groupBy: FunnelAsked['groupBy']): FunnelGrouping {
  return groupingOf(groupBy.filter((dimension) => dimension !== 'DAY'));
}

function reportOf(
  asked: FunnelAsked,
  { month, days }: ToldMonth,
  finder: FunnelGroupFinder,
): { report: FunnelTruth; withheld: WithheldFunnel } {
  const grouping = groupingBeside(asked.groupBy);
  const cellsOf = (told: ToldFunnels, day?: string) =>
    [...(told.cells.get(grouping.join(' '))?.values() ?? [])].map((cell) => ({
      row: nameOf(asked, grouping, { cell, day, finder }),
      cell,
    }));
  const byDay = asked.groupBy.includes('DAY');
  const all = byDay ? [...days].flatMap(([day, told]) => cellsOf(told, day)) : cellsOf(month);
  const rows = asked.groupBy.length === 0 ? [] : all;
  const shown = rows.filter(({ cell }) => cell.told.size > 0);
  const whole = { row: '', cell: month.cells.get('')?.get('') ?? NOTHING };
  const truthOf = ({ row, cell }: (typeof rows)[number]) => ({ row, steps: stepsOf(asked, cell) });
  const cells = [whole, ...shown].map(({ row, cell }) => ({ row, stages: untoldStages(asked, cell) }));
  return {
    report: { ...asked, totals: truthOf(whole), rows: shown.map(truthOf) },
    withheld: {
      ...asked,
      leftOut: rows.filter(({ cell }) => cell.told.size === 0).map(({ row }) => row),
      cells: cells.filter(({ stages }) => stages.length > 0),
    },
  };
}

const NOTHING: ToldFunnelCell = { keys: [], events: new Map(), people: new Map(), sales: new Map(), told: new Set() };

/** A cell's keys as was asked for them: the author of a note, where both are, follows from it. */
function nameOf(
  { groupBy }: FunnelAsked,
  grouping: FunnelGrouping,
  { cell, day, finder }: { cell: ToldFunnelCell; day: string | undefined; finder: FunnelGroupFinder },
): string {
  const keyOf = (dimension: FunnelDimension) => cell.keys[grouping.indexOf(dimension)];
  const following = (asked: FunnelDimension) => {
    const from = grouping.find((dimension) => FOLLOWS[dimension] === asked);
    return from && finder.following(from, keyOf(from) ?? '');
  };
  const keys = groupBy.map((each) => (each === 'DAY' ? day : (keyOf(each) ?? following(each))));
  return keys.join(' ');
}

/** Under READ_THROUGH nobody tapped. */
function stagesOf({ model }: FunnelWay): FunnelStage[] {
  return FUNNEL_STAGES.filter((stage) => stage !== 'LINK_CLICK' || model !== 'READ_THROUGH');
}

function untoldStages(way: FunnelWay, { told }: ToldFunnelCell): FunnelStage[] {
  return stagesOf(way).filter((stage) => !told.has(measureOf(stage, way.model, way.window)));
}

function stepsOf(way: FunnelWay, { events, people, sales }: ToldFunnelCell): FunnelStepTruth[] {
  return stagesOf(way).map((stage) => {
    const measure = measureOf(stage, way.model, way.window);
    return {
      stage,
      events: events.get(measure) ?? 0,
      people: people.get(measure)?.size ?? 0,
      sales: sales.get(`${stage} ${way.model} ${way.window}`) ?? 0,
    };
  });
}
