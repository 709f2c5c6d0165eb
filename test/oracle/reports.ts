import { askOracle, SCRIPTS } from './expected-figures.ts';
import { RAW_EVENT_TYPES, type RawEvent } from './raw-event.ts';
import type { Query } from './stored-figures.ts';

/** One figure of a report's cell that is not zero. */
export interface ReportFigure {
  readonly report: string;
  readonly kind: string;
  readonly from: string;
  /** A shop, an industry, ALL, or nothing. */
  readonly subject: string;
  readonly figure: string;
  readonly amount: number;
}

/** The raw rows that reports come to, of both subgraphs. */
export interface RawReports {
  readonly events: readonly RawEvent[];
  readonly shops: readonly unknown[];
  readonly campaigns: readonly unknown[];
  readonly ages: readonly unknown[];
  readonly hours: readonly unknown[];
  readonly readDays: readonly unknown[];
  readonly searched: readonly unknown[];
}

const TYPES = {
  shops: { id: 'VARCHAR', industry: 'VARCHAR', platform_id: 'VARCHAR' },
  hours: { industry: 'VARCHAR', moment: 'BIGINT', impressions: 'BIGINT', reads: 'BIGINT', interactions: 'BIGINT' },
  read_days: { person: 'VARCHAR', day: 'BIGINT', industry: 'VARCHAR' },
  searched: { person: 'VARCHAR', moment: 'BIGINT', origin: 'VARCHAR' },
  campaigns: { shop_id: 'VARCHAR', joint_from: 'BIGINT', ends_on: 'BIGINT' },
  ages: { person: 'VARCHAR' },
  shared: { platform_id: 'VARCHAR' },
  closed: { now: 'BIGINT' },
};

/** The raw rows of commerce. */
export async function readCommerceRows(query: Query): Promise<Pick<RawReports, 'shops' | 'campaigns' | 'ages'>> {
  const shops = await query('select id, industry, platform_id from shops');
  const campaigns = await query(`
    select shop_id, joint_from - date '1970-01-01' as joint_from, ends_on - date '1970-01-01' as ends_on from campaigns`);
  const ages = await query("select encode(person, 'hex') as person from age_cohorts");
  return { shops: shops.rows, campaigns: campaigns.rows, ages: ages.rows };
}

/** The raw rows of content. */
export async function readContentRows(query: Query): Promise<Pick<RawReports, 'hours' | 'readDays' | 'searched'>> {
  const hours = await query(`
    select industry, (extract(epoch from hour) * 1000)::float8 as moment, impressions, reads, likes + saves + comments + shares + follows as interactions
    from note_hours join notes on notes.id = note_id`);
  const readDays = await query(`
    select encode(person, 'hex') as person, day - date '1970-01-01' as day, industry from active_days where industry <> ''`);
  const searched = await query(`
    select encode(person, 'hex') as person, (extract(epoch from searched_at) * 1000)::float8 as moment, origin from searches`);
  return { hours: hours.rows, readDays: readDays.rows, searched: searched.rows };
}

/** Works out every figure of the reports, of the periods that had closed: it knows the rules that the schema states, and none of the code that counts. */
export function expectedReports(raw: RawReports, closed: Date): Promise<ReportFigure[]> {
  const query = 'select report, kind, "from", subject, figure, amount::double as amount from closed_figures';
  return askReports<ReportFigure>(raw, closed, [], query);
}

/** Asks for what follows from the raw rows of reports. @param scripts of `sql/`, run after those of reports */
export function askReports<Row>(
  raw: RawReports,
  closed: Date,
  scripts: readonly string[],
  query: string,
): Promise<Row[]> {
  return askOracle<Row>(
    {
      events: [RAW_EVENT_TYPES, raw.events],
      shops: [TYPES.shops, raw.shops],
      campaigns: [TYPES.campaigns, raw.campaigns],
      hours: [TYPES.hours, raw.hours],
      read_days: [TYPES.read_days, raw.readDays],
      searched: [TYPES.searched, raw.searched],
      ages: [TYPES.ages, raw.ages],
      shared: [TYPES.shared, [{ platform_id: 'platform_taobao' }]],
      closed: [TYPES.closed, [{ now: closed.getTime() }]],
    },
    [...SCRIPTS, 'periods', 'reports', ...scripts],
    query,
  );
}

/** What a subgraph keeps of its reports, figure by figure. */
export async function readStoredReports(query: Query): Promise<ReportFigure[]> {
  const { rows } = await query('select key, cell from decided_cells');
  return (rows as { key: string; cell: Record<string, unknown> }[]).flatMap(({ key, cell }) => {
    const [report = '', kind = '', from = '', subject = ''] = key.split(' ');
    if (!REPORTS.has(report)) return [];
    return Object.entries(flat(cell))
      .filter(([, amount]) => amount !== 0)
      .map(([figure, amount]) => ({ report, kind, from, subject, figure, amount }));
  });
}

const REPORTS = new Set([
  'visits',
  'joint-merchants',
  'repurchase',
  'searched-before',
  'exposure',
  'readership',
  'search-people',
]);

/** Lists by day added up, what is said of visitors by itself, estimates with the ends of their intervals. */
function flat(cell: Record<string, unknown>): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [name, value] of Object.entries(cell)) {
    if (typeof value === 'number') figures[name] = value;
    else if (Array.isArray(value)) figures[name] = value.reduce((sum, each) => sum + each, 0);
    else if (name === 'visitors') Object.assign(figures, value);
    else if (value) {
      const { estimate, low, high } = value as { estimate: number; low: number; high: number };
      Object.assign(figures, { [name]: estimate, [`${name}Low`]: low, [`${name}High`]: high });
    }
  }
  return figures;
}

/** Where what is kept is not what is expected, for people to read. Numbers are equal to nine digits: sums of fractions depend on their order. */
export function tellReportDifferences(
  expected: readonly ReportFigure[],
  kept: readonly ReportFigure[],
  most = 30,
): string {
  const byName = (figures: readonly ReportFigure[]) =>
    new Map(
      figures.map(({ report, kind, from, subject, figure, amount }) => [
        `${report} ${kind} ${from} ${subject} ${figure}`,
        Number(amount.toPrecision(9)),
      ]),
    );
  const [ours, theirs] = [byName(expected), byName(kept)];
  const isZero = (value: number) => Math.abs(value) < 1e-6;
  const lines = [...new Set([...ours.keys(), ...theirs.keys()])]
    .sort()
    .map((name) => ({ name, expected: ours.get(name) ?? 0, kept: theirs.get(name) ?? 0 }))
    .filter((one) => !isZero(one.expected - one.kept));
  return [
    `${lines.length} figures differ`,
    ...lines.slice(0, most).map((one) => `  ${one.name}: ${one.expected} expected, ${one.kept} kept`),
  ].join('\n');
}
