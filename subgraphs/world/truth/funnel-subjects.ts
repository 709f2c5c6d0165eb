import type { PeriodKey } from '../calendar.ts';
import { FUNNEL_DIMENSIONS, type FunnelDimension } from './funnel-dimensions.ts';
import { FUNNEL_WAYS, type FunnelWay } from './funnel-ways.ts';
import type { Subject } from './subjects.ts';

/** A funnel that can be asked for. */
export interface FunnelAsked extends FunnelWay {
  readonly shopId: string;
  /** The month. */
  readonly period: PeriodKey;
  readonly groupBy: readonly (FunnelDimension | 'DAY')[];
}

/** At most so many shops: half the busiest, half others. */
const MOST_SHOPS = 12;
/** So many pairs of dimensions are asked for of a shop, others of the next one. */
const PAIRS_EACH = 4;

const BY: readonly (FunnelDimension | 'DAY')[] = [...FUNNEL_DIMENSIONS, 'DAY'];
const PAIRS = BY.flatMap((one, place) => BY.slice(place + 1).map((other) => [one, other] as const));
const BY_DEFAULT: FunnelWay = { model: 'LAST_CLICK', window: 'DAYS_15' };

/** The shops whose funnels the truth tells. @param subjects those whose figures it tells, the busiest of a kind first */
export function funnelShops(subjects: readonly Pick<Subject, 'kind' | 'id'>[]): string[] {
  const shops = subjects.filter(({ kind }) => kind === 'SHOP').map(({ id }) => id);
  return [...new Set([...shops.slice(0, MOST_SHOPS / 2), ...shops.slice(-MOST_SHOPS / 2)])];
}

/**
 * The funnels of a shop that the truth tells: the whole in each model and window; by each dimension and some pairs as by default, and in one other way.
 * @param place which of the shops it is
 */
export function funnelsAsked(shopId: string, place: number, period: PeriodKey): FunnelAsked[] {
  const pairs = Array.from(
    { length: PAIRS_EACH },
    (_, turn) => PAIRS[(place * PAIRS_EACH + turn) % PAIRS.length] ?? [],
  );
  const grouped = [...BY.map((one) => [one]), ...pairs];
  return [
    ...FUNNEL_WAYS.map((way) => ({ shopId, period, groupBy: [], ...way })),
    ...grouped.flatMap((groupBy, turn) => {
      const other = FUNNEL_WAYS[(place * grouped.length + turn + 1) % FUNNEL_WAYS.length] ?? BY_DEFAULT;
      return [BY_DEFAULT, other].map((way) => ({ shopId, period, groupBy, ...way }));
    }),
  ];
}
