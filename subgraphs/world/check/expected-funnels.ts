import type { FunnelAsked } from '../truth/funnel-subjects.ts';
import { type FunnelStage, isCredited } from '../truth/funnel-ways.ts';
import type { FunnelRowTruth, FunnelTruth, WithheldFunnel } from '../truth/funnels.ts';
import type { WholeTruth } from '../truth/whole-truth.ts';

/** People are told in multiples of it, or of the threshold where that is less. */
const COARSEST = 10;

/** A funnel with what must be withheld of it. */
export interface ExpectedFunnel {
  readonly funnel: FunnelTruth;
  readonly withheld: WithheldFunnel;
  /** Whether the shop's platform does not tell what happens after the click. */
  readonly isSilent: boolean;
  readonly least: number;
}

/** A step as it must be told. */
export interface ExpectedStep {
  readonly stage: FunnelStage;
  readonly events: number | null;
  readonly people: number | null;
  /** Yuan. */
  readonly sales: string | null;
  readonly withheld: 'TOO_FEW_PEOPLE' | 'NOT_REPORTED' | null;
}

/** Puts funnels and what the truth withholds of them together; one of which nothing is said there is absent. */
export function expectedFunnels(
  funnels: readonly FunnelTruth[],
  { threshold, notReported, funnels: withheld }: Pick<WholeTruth['withheld'], 'threshold' | 'notReported' | 'funnels'>,
): ExpectedFunnel[] {
  const silent = new Set(notReported.flatMap(({ kind, id }) => (kind === 'SHOP' ? [id] : [])));
  const byName = new Map(withheld.map((one) => [nameOfFunnel(one), one]));
  return funnels.flatMap((funnel) => {
    const own = byName.get(nameOfFunnel(funnel));
    return own ? [{ funnel, withheld: own, isSilent: silent.has(funnel.shopId), least: threshold }] : [];
  });
}

const AGES = 5;

/** How many rows must be told to be left out: by age each of five ages wherever anybody is known, so that nothing is said of how many ages few people are of. */
export function expectedLeftOut({ funnel, withheld }: ExpectedFunnel): number {
  const place = funnel.groupBy.indexOf('AGE_COHORT');
  if (place < 0) return withheld.leftOut.length;
  const names = [...funnel.rows.map(({ row }) => row), ...withheld.leftOut];
  const groups = new Set(names.map((name) => name.split(' ').toSpliced(place, 1).join(' ')));
  return groups.size * AGES - funnel.rows.length;
}

/** A funnel's name, for people. */
export function nameOfFunnel({ shopId, period, groupBy, model, window }: FunnelAsked): string {
  return `${shopId} ${period} ${model} ${window} by ${groupBy.join(' ') || 'nothing'}`;
}

/** The steps of a row as they must be told. By age nothing but people is, and of what is not reported nothing. */
export function expectedSteps(
  { funnel, withheld, isSilent, least }: ExpectedFunnel,
  { row, steps }: FunnelRowTruth,
): ExpectedStep[] {
  const untold = withheld.cells.find((cell) => cell.row === row)?.stages ?? [];
  return steps.map(({ stage, events, people, sales }) => {
    if (isSilent && isCredited(stage))
      return { stage, events: null, people: null, sales: null, withheld: 'NOT_REPORTED' };
    const isOfPeople = funnel.groupBy.includes('AGE_COHORT') && row !== '';
    const isSold = stage === 'ORDER_PAID' || stage === 'REPURCHASE';
    return {
      stage,
      events: isOfPeople ? null : events,
      people: untold.includes(stage) ? null : rounded(people, least),
      sales: isSold && !isOfPeople ? (sales / 100).toFixed(2) : null,
      withheld: untold.includes(stage) ? 'TOO_FEW_PEOPLE' : null,
    };
  });
}

/** People as they are told: rounded half up. */
export function rounded(people: number, least: number): number {
  const step = Math.min(COARSEST, least);
  return Math.floor(people / step + 0.5) * step;
}
