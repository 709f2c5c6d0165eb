import { addDays } from '../../../subgraphs/kit/calendar.ts';
import { DAYS, GROUPINGS, MODELS, MONDAY, measureOf, REPORTS, WINDOWS } from './people.ts';

/** Asks a query of the gateway; gives its data. */
// biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
export type Ask = (query: string) => Promise<any>;

interface Report {
  readonly totals: { readonly steps: readonly Step[] };
  readonly rows: readonly Row[];
}

interface Row {
  readonly day: string | null;
  readonly ageCohort: string | null;
  readonly note: { readonly id: string } | null;
  readonly product: { readonly id: string } | null;
  readonly author: { readonly id: string } | null;
  readonly funnel: { readonly steps: readonly Step[] };
}

interface Step {
  readonly stage: string;
  readonly people: string | null;
}

const FRAGMENT = `fragment R on FunnelReport { totals { steps { stage people } }
  rows { day ageCohort note { id } product { id } author { id } funnel { steps { stage people } } } }`;

/** One question: a period with a grouping; `byDay` asks for the days of the period by one dimension. */
interface Question {
  readonly kind: 'DAY' | 'WEEK' | 'MONTH';
  readonly from: string;
  readonly to: string;
  readonly grouping: readonly string[];
  readonly byDay: boolean;
}

const WEEK = { kind: 'WEEK', from: MONDAY, to: addDays(MONDAY, 6) } as const;
const MONTH = { kind: 'MONTH', from: '2025-05-08', to: '2025-06-07' } as const;
const EACH_DAY = DAYS.map((day) => addDays(MONDAY, day)).map((day) => ({ kind: 'DAY', from: day, to: day }) as const);

/** In every model and window the week and its days; in those that differ most the month and all of the days' groups, too. */
function questions(isAll: boolean): Question[] {
  const pairs = GROUPINGS.filter(({ length }) => length === 2);
  return [
    ...(isAll ? [WEEK, MONTH] : [WEEK]).flatMap((period) =>
      GROUPINGS.map((grouping) => ({ ...period, grouping, byDay: false })),
    ),
    ...GROUPINGS.filter(({ length }) => length < 2).map((grouping) => ({ ...WEEK, grouping, byDay: true })),
    ...(isAll ? EACH_DAY : []).flatMap((day) => pairs.map((grouping) => ({ ...day, grouping, byDay: false }))),
  ];
}

/** The variants of which everything is asked. */
const WHOLE = ['LAST_CLICK DAYS_15', 'LAST_CLICK HOURS_24', 'FIRST_CLICK DAYS_15'];
const AT_ONCE = 64;

/** Everything that a caller is told of the people of shop 1's funnel, and of who bought there, by the names of cells that `cellsOf` gives. @throws where one cell is told in two ways */
export async function readTold(ask: Ask): Promise<Map<string, number>> {
  const told = await readBuyers(ask);
  for (const model of MODELS) {
    for (const window of WINDOWS) {
      const asked = questions(WHOLE.includes(`${model} ${window}`));
      for (let from = 0; from < asked.length; from += AT_ONCE) {
        const some = asked.slice(from, from + AT_ONCE);
        const fields = some.map(({ from: first, to, grouping, byDay }, place) => {
          const groupBy = [...(byDay ? ['DAY'] : []), ...grouping].join(', ');
          return `f${place}: funnel(range: { from: "${first}", to: "${to}" }, groupBy: [${groupBy}], model: ${model}, window: ${window}, first: 40) { ...R }`;
        });
        const { shop } = await ask(`{ shop(id: "shop_1") { ${fields.join(' ')} } } ${FRAGMENT}`);
        for (const [place, question] of some.entries())
          for (const [name, people] of toldIn(shop[`f${place}`], question, model, window)) {
            if ((told.get(name) ?? people) !== people)
              throw new Error(`${name} is told as ${told.get(name)} and ${people}.`);
            told.set(name, people);
          }
      }
    }
  }
  return told;
}

async function readBuyers(ask: Ask): Promise<Map<string, number>> {
  const periods = [...EACH_DAY, WEEK, MONTH];
  const fields = periods.map(
    ({ from, to }, place) =>
      `f${place}: repurchase(range: { from: "${from}", to: "${to}" }) { buyers repeatBuyers repeatRate }`,
  );
  const { shop } = await ask(`{ shop(id: "shop_1") { ${fields.join(' ')} } }`);
  const told = periods.flatMap(({ kind, from }, place) => {
    const { buyers, repeatBuyers, repeatRate } = shop[`f${place}`];
    if (repeatBuyers === null && repeatRate !== null)
      throw new Error(`${kind} ${from} tells a rate of what is withheld.`);
    return REPORTS.map((report, index): [string, string | null] => [
      `${kind} ${from}|${report}|`,
      [buyers, repeatBuyers][index] ?? null,
    ]);
  });
  return new Map(told.flatMap(([cell, people]) => (people === null ? [] : [[cell, Number(people)] as const])));
}

function toldIn({ totals, rows }: Report, { kind, from, grouping, byDay }: Question, model: string, window: string) {
  const whole = { period: `${kind} ${from}`, group: '', steps: totals.steps };
  const groups = rows.map((row) => ({
    period: byDay ? `DAY ${row.day}` : whole.period,
    group: grouping.map((dimension) => keyOf(row, dimension)).join(' '),
    steps: row.funnel.steps,
  }));
  return [whole, ...groups].flatMap(({ period, group, steps }) =>
    steps.flatMap(({ stage, people }): [string, number][] =>
      people === null ? [] : [[`${period}|${measureOf(stage, model, window)}|${group}`, Number(people)]],
    ),
  );
}

function keyOf({ note, product, author, ageCohort }: Row, dimension: string): string {
  const keys: Record<string, string | null | undefined> = {
    NOTE: note?.id,
    PRODUCT: product?.id,
    AUTHOR: author?.id,
    AGE_COHORT: ageCohort,
  };
  return keys[dimension] ?? '';
}
