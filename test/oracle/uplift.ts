import { askReports, type RawReports } from './reports.ts';

/** A rate of the market beside that of the year before, to the digits that are told. */
export interface UpliftFigures {
  readonly baseline: number;
  readonly current: number;
  readonly change: number;
  readonly low: number;
  readonly high: number;
  readonly baselineSize: number;
  readonly size: number;
  /** Of all industries together. */
  readonly changeAtBaselineMix: number | null;
  readonly isMisleading: boolean | null;
}

type Row = UpliftFigures & Record<'kind' | 'from' | 'metric' | 'subject', string>;

/** Works out the market's rates year on year from raw rows, by `kind from metric subject`. */
export async function expectedUplift(raw: RawReports, closed: Date): Promise<Map<string, UpliftFigures>> {
  const rows = await askReports<Row>(raw, closed, ['uplift'], 'select * from uplift');
  return new Map(
    rows.map(({ kind, from, metric, subject, ...figures }) => [`${kind} ${from} ${metric} ${subject}`, figures]),
  );
}

/** The last digit that is told, and how far ends of intervals that reach far follow the last digits of printed quantiles. */
function reachOf(amount: number): number {
  return 1e-6 + 1e-5 * Math.abs(1 + amount);
}

/** Where what is told is not what is expected, for people to read. */
export function tellUpliftDifferences(
  expected: ReadonlyMap<string, UpliftFigures>,
  told: ReadonlyMap<string, UpliftFigures>,
  most = 20,
): string {
  const lines = [...new Set([...expected.keys(), ...told.keys()])].sort().flatMap((name) => {
    const [ours, theirs] = [expected.get(name), told.get(name)];
    if (!ours || !theirs) return [`${name}: ${ours ? 'is not told' : 'is not expected'}`];
    return Object.keys(theirs).flatMap((figure) => {
      const [one, other] = [ours[figure as keyof UpliftFigures], theirs[figure as keyof UpliftFigures]];
      const isNear = typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) <= reachOf(one);
      return one === other || isNear ? [] : [`${name} ${figure}: ${one} expected, ${other} told`];
    });
  });
  return [`${lines.length} figures differ`, ...lines.slice(0, most).map((line) => `  ${line}`)].join('\n');
}
