import { daysOf } from '../../../kit/calendar.ts';
import { closePeriods, type Run } from '../../../kit/people/close-periods.ts';
import { type Cell, decideOnce } from '../../../kit/people/decided-cells.ts';
import { periodAt } from '../../../kit/people/lattice.ts';
import { ALL, cellKeys, type VisitsCell } from '../../reports/cells.ts';
import { compareExposed } from '../../reports/exposure.ts';
import type { FunnelRule } from '../funnel/funnel-settings.ts';
import type { CommerceDb } from '../tables.ts';
import { countSearchedBefore, countShopBuyers } from './count-buyers.ts';
import { countExposure, isAnyoneExposed, layOutActive, type TargetKind } from './count-exposure.ts';
import { countJointMerchants } from './count-joint-merchants.ts';
import { countShopDays } from './count-visits.ts';
import { firstFactDay } from './first-fact.ts';

const TARGET_KINDS: readonly TargetKind[] = ['SHOP', 'INDUSTRY', 'ALL'];

/**
 * Counts what reports tell of the periods that have closed since the last time, once for good. Costs what came in them, not what is kept.
 * @param rule the day on which a reporting month begins, and in whose name merchants' events are issued: who is known from these alone may be invented
 */
export async function closeReports(
  db: CommerceDb,
  now: Date,
  { monthStart, eventPlatform }: Pick<FunnelRule, 'monthStart' | 'eventPlatform'>,
): Promise<void> {
  await closePeriods({
    db,
    now,
    monthStart,
    firstDay: () => firstFactDay(db),
    count: async (transaction, run) => {
      await closeVisits(transaction, run);
      await closeMerchants(transaction, run);
      await closeBuyers(transaction, run, eventPlatform);
      if (run.kind !== 'DAY') await closeExposure(transaction, run, eventPlatform);
    },
  });
}

async function closeVisits(db: CommerceDb, run: Run): Promise<void> {
  const cells: Cell<VisitsCell>[] = [];
  for (const [from, counted] of Map.groupBy(await countShopDays(db, run), (day) => day.from)) {
    const days = daysIn(run, from);
    for (const [shopId, own] of Map.groupBy(counted, (day) => day.shopId)) {
      const value = {
        visits: byDay(days, own, ({ visits }) => visits),
        reads: byDay(days, own, ({ reads }) => reads),
      };
      cells.push({ key: cellKeys.visits(run.kind, from, shopId), value });
    }
    for (const [industry, own] of [...Map.groupBy(counted, (day) => day.industry as string), [ALL, counted] as const]) {
      const value = { visits: byDay(days, own, ({ visits }) => visits), reads: [] };
      cells.push({ key: cellKeys.visits(run.kind, from, industry), value });
    }
  }
  await decideOnce(db, cells);
}

async function closeMerchants(db: CommerceDb, run: Run): Promise<void> {
  const groups = Map.groupBy(
    await countJointMerchants(db, run),
    ({ from, industry }) => `${from} ${industry ?? ALL}` as const,
  );
  const cells = [...groups].flatMap(([, own]) => {
    const [first] = own;
    if (!first) return [];
    const merchants = byDay(daysIn(run, first.from), own, (day) => day.merchants);
    return [{ key: cellKeys.merchants(run.kind, first.from, first.industry ?? ALL), value: { merchants } }];
  });
  await decideOnce(db, cells);
}

async function closeBuyers(db: CommerceDb, run: Run, eventPlatform: string): Promise<void> {
  const searched = await countSearchedBefore(db, run, eventPlatform);
  await decideOnce(
    db,
    searched.map(({ from, ...value }) => ({ key: cellKeys.searchedBefore(run.kind, from), value })),
  );
  const buyers = await countShopBuyers(db, run, eventPlatform);
  await decideOnce(
    db,
    buyers.map(({ from, shopId, ...value }) => ({ key: cellKeys.repurchase(run.kind, from, shopId), value })),
  );
}

async function closeExposure(db: CommerceDb, run: Run, eventPlatform: string): Promise<void> {
  if (!(await isAnyoneExposed(db, run))) return;
  await layOutActive(db, run, eventPlatform);
  for (const kind of TARGET_KINDS) {
    const groups = Map.groupBy(
      await countExposure(db, run, kind, eventPlatform),
      ({ from, target }) => `${from} ${target}`,
    );
    const cells = [...groups].flatMap(([, persons]) => {
      const [first] = persons;
      if (!first) return [];
      return [{ key: cellKeys.exposure(run.kind, first.from, first.target), value: compareExposed(persons) }];
    });
    await decideOnce(db, cells);
  }
}

function daysIn({ kind, monthStart }: Run, from: string): string[] {
  return daysOf(periodAt(kind, from, monthStart));
}

function byDay<Counted extends { readonly day: string }>(
  days: readonly string[],
  counted: readonly Counted[],
  figure: (counted: Counted) => number,
): number[] {
  const place = new Map(days.map((day, index) => [day, index]));
  const sums = days.map(() => 0);
  for (const one of counted) {
    const at = place.get(one.day);
    if (at !== undefined) sums[at] = (sums[at] ?? 0) + figure(one);
  }
  return sums;
}
