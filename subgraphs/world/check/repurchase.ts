import { PERIODS } from '../calendar.ts';
import type { RepurchaseTruth } from '../truth/repurchase.ts';
import type { WholeTruth } from '../truth/whole-truth.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';
import { rounded } from './expected-funnels.ts';

const REPURCHASE = `query Check($id: ID!, $range: DateRange!) { shop(id: $id) { repurchase(range: $range) {
  buyers repeatBuyers repeatRate seededRepeatRate medianDays withheld } } }`;

/** Compares who bought again at shops with the truth: what is told, rounded, and what is withheld. */
export async function checkRepurchase(
  ask: Ask,
  { repurchases, withheld }: WholeTruth,
  comparison: Comparison,
): Promise<void> {
  const silent = new Set(withheld.notReported.map(({ kind, id }) => `${kind} ${id}`));
  for (const known of repurchases) {
    const { shopId, period } = known;
    const { shop } = await ask(REPURCHASE, { id: shopId, range: PERIODS[period] });
    const { repurchase } = shop as { repurchase: Record<string, unknown> };
    const expected = silent.has(`SHOP ${shopId}`) ? NOT_REPORTED : expectedOf(known, withheld.threshold);
    for (const [figure, value] of Object.entries(expected))
      comparison.compare('repurchase', `${shopId} ${period} ${figure}`, value, repurchase[figure]);
  }
}

const NOTHING = { buyers: null, repeatBuyers: null, repeatRate: null, seededRepeatRate: null, medianDays: null };
const NOT_REPORTED = { ...NOTHING, withheld: 'NOT_REPORTED' };

function expectedOf({ buyers, repeatBuyers, seeded, medianDays }: RepurchaseTruth, least: number) {
  if (buyers === null) return { ...NOTHING, withheld: 'TOO_FEW_PEOPLE' };
  const share = (part: number, whole: number) => {
    const [of, all] = [rounded(part, least), rounded(whole, least)];
    return all === 0 ? null : (Math.round((of * 10_000) / all) / 10_000).toFixed(4);
  };
  return {
    buyers: rounded(buyers, least),
    repeatBuyers: repeatBuyers === null ? null : rounded(repeatBuyers, least),
    repeatRate: repeatBuyers === null ? null : share(repeatBuyers, buyers),
    seededRepeatRate: seeded === null ? null : share(...seeded),
    medianDays: medianDays === null ? null : (Math.round(medianDays * 10) / 10).toFixed(1),
    withheld: repeatBuyers === null || seeded === null ? 'TOO_FEW_PEOPLE' : null,
  };
}
