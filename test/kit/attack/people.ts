import { addDays } from '../../../subgraphs/kit/calendar.ts';
import { personOf } from '../commerce/market.ts';

/** The week of which merchants ask; it lies in one reporting month. */
export const MONDAY = '2025-05-12';
/** The links of shop 1, with what follows from each. */
const LINKS = {
  link_11: { note: 'note_1', product: 'product_11', author: 'author_1' },
  link_12: { note: 'note_2', product: 'product_12', author: 'author_1' },
  link_13: { note: 'note_3', product: 'product_11', author: 'author_2' },
} as const;
type LinkId = keyof typeof LINKS;
export const LINK_IDS = Object.keys(LINKS) as LinkId[];
export const AGES = ['BORN_1980S', 'BORN_1990S'] as const;
type Age = (typeof AGES)[number];

/** Days of the week on which anything happens, from 0 on. */
export const DAYS = [0, 1, 2, 3, 4, 5] as const;

/** What somebody did: read the note of a link, tapped a link, came into the shop, bought there; `at`: hours since the week began. */
export interface Deed {
  readonly stage: 'READ' | 'LINK_CLICK' | 'SHOP_VISIT' | 'ORDER_PAID';
  readonly link?: LinkId;
  readonly at: number;
}

/** People who are alike: of one age, and of the same deeds. */
export interface Kind {
  readonly count: number;
  readonly age: Age;
  readonly deeds: readonly Deed[];
}

export const reads = (link: LinkId, day: number): Deed => ({ stage: 'READ', link, at: 24 * day + 9 });
export const taps = (link: LinkId, day: number): Deed => ({ stage: 'LINK_CLICK', link, at: 24 * day + 10 });
export const visits = (day: number): Deed => ({ stage: 'SHOP_VISIT', at: 24 * day + 11 });
export const buys = (day: number): Deed => ({ stage: 'ORDER_PAID', at: 24 * day + 12 });

const kinds = (born1980s: number, born1990s: number, ...deeds: Deed[]): Kind[] => [
  { count: born1980s, age: 'BORN_1980S', deeds },
  { count: born1990s, age: 'BORN_1990S', deeds },
];

/** Groups of 100 and more of whom few are in one alone: by the day, by the note of a product, by the window, by the model, by age, by whether a note led them; and two that few are in both of. */
export const KINDS: readonly Kind[] = [
  ...kinds(31, 52, reads('link_11', 0), taps('link_11', 2), visits(2)),
  ...kinds(12, 7, reads('link_11', 0), taps('link_11', 2)),
  ...kinds(4, 16, reads('link_11', 1), taps('link_11', 2), visits(5)),
  ...kinds(9, 22, reads('link_13', 2), taps('link_13', 2), visits(5)),
  ...kinds(11, 31, reads('link_13', 2), visits(4)),
  ...kinds(56, 67, reads('link_12', 3), taps('link_12', 3), visits(3), buys(3)),
  ...kinds(3, 29, reads('link_13', 2), taps('link_11', 1), taps('link_13', 2), visits(2)),
  ...kinds(8, 6, reads('link_12', 3), taps('link_12', 3), buys(3), buys(5)),
  ...kinds(9, 12, buys(3)),
  ...kinds(64, 58, reads('link_12', 1), buys(4)),
  ...kinds(35, 31, reads('link_11', 5)),
  ...kinds(40, 33, reads('link_12', 5)),
  ...kinds(14, 16, reads('link_11', 5), reads('link_12', 5)),
];

/** Each kind with the numbers of its persons. */
export function numbered(all: readonly Kind[], first = 0): { readonly kind: Kind; readonly persons: number[] }[] {
  let next = first;
  return all.map((kind) => ({ kind, persons: Array.from({ length: kind.count }, () => next++) }));
}

/** The events of some people, as platforms send them. @param name begins their ids */
export function eventsOf(all: readonly Kind[], name: string, first = 0) {
  return numbered(all, first).flatMap(({ kind, persons }) =>
    persons.flatMap((person) => kind.deeds.map((deed, index) => eventOf(deed, person, `${name}-${person}-${index}`))),
  );
}

function eventOf({ stage, link, at }: Deed, person: number, eventId: string) {
  const hour = String(at % 24).padStart(2, '0');
  const occurredAt = `${addDays(MONDAY, Math.floor(at / 24))}T${hour}:00:00+08:00`;
  const order = { platformOrderId: `T-${eventId}`, platformLineId: '1', amount: '129.00', currencyCode: 'CNY' };
  return {
    stage,
    eventId,
    personKey: personOf(person),
    occurredAt,
    ...(stage === 'READ' && link && { sourceId: LINKS[link].note }),
    ...(stage === 'LINK_CLICK' && { productLinkId: link }),
    ...(stage === 'SHOP_VISIT' && { shopId: 'shop_1' }),
    ...(stage === 'ORDER_PAID' && { platformId: 'platform_taobao', platformProductId: 'tb11', order }),
  };
}

const HOURS = { HOURS_24: 24, DAYS_7: 168, DAYS_15: 360, DAYS_30: 720 } as const;
export const WINDOWS = Object.keys(HOURS) as (keyof typeof HOURS)[];
export const MODELS = ['LAST_CLICK', 'READ_THROUGH', 'LINEAR', 'FIRST_CLICK'] as const;
type Window = (typeof WINDOWS)[number];
type Model = (typeof MODELS)[number];

/** A step of the funnel in a model and window; reads and taps are the same in all. */
export function measureOf(stage: string, model: string, window: string): string {
  return stage === 'READ' || stage === 'LINK_CLICK' ? stage : `${stage} ${model} ${window}`;
}

/** The names of all cells in which somebody of a kind is. */
export function cellsOf({ age, deeds }: Kind): Set<string> {
  const cells = new Set<string>();
  deeds.forEach((deed, index) => {
    for (const { measure, links } of creditedIn(deeds, index))
      for (const link of links)
        for (const period of periodsOf(deed.at))
          for (const group of groupsOf(link, age)) cells.add(`${period}|${measure}|${group}`);
    if (deed.stage !== 'ORDER_PAID') return;
    const isAgain = deeds.slice(0, index).some(({ stage }) => stage === 'ORDER_PAID');
    for (const period of periodsOf(deed.at))
      for (const report of isAgain ? REPORTS : [REPORTS[0]]) cells.add(`${period}|${report}|`);
  });
  return cells;
}

/** Those of whom a shop's repurchase tells, whatever led them. */
export const REPORTS = ['BUYERS', 'REPEAT_BUYERS'] as const;

/** The periods that hold an instant: its day, its week, its month. */
function periodsOf(at: number): string[] {
  return [`DAY ${addDays(MONDAY, Math.floor(at / 24))}`, `WEEK ${MONDAY}`, 'MONTH 2025-05-08'];
}

/** By which dimensions rows are asked for, in the order in which they are named. */
export const GROUPINGS = [
  [],
  ...['NOTE', 'PRODUCT', 'AUTHOR', 'AGE_COHORT'].map((one) => [one]),
  ...['NOTE', 'PRODUCT', 'AUTHOR'].map((one) => [one, 'AGE_COHORT']),
  ['NOTE', 'PRODUCT'],
  ['PRODUCT', 'AUTHOR'],
] as const;

function groupsOf(link: LinkId, age: Age): string[] {
  const { note, product, author } = LINKS[link];
  const keys: Record<string, string> = { NOTE: note, PRODUCT: product, AUTHOR: author, AGE_COHORT: age };
  return GROUPINGS.map((grouping) => grouping.map((dimension) => keys[dimension]).join(' '));
}

interface Credited {
  readonly measure: string;
  readonly links: readonly LinkId[];
}

/** What a deed counts as, and which links are credited with it. */
function creditedIn(deeds: readonly Deed[], index: number): Credited[] {
  const deed = deeds[index];
  if (!deed) return [];
  if (deed.link) return [{ measure: deed.stage, links: [deed.link] }];
  const isSecond = deed.stage === 'ORDER_PAID' && deeds.slice(0, index).some(({ stage }) => stage === 'ORDER_PAID');
  return [deed.stage, ...(isSecond ? ['REPURCHASE'] : [])].flatMap((stage) =>
    MODELS.flatMap((model) =>
      WINDOWS.map((window) => ({ measure: `${stage} ${model} ${window}`, links: linksOf(deeds, deed, model, window) })),
    ),
  );
}

function linksOf(deeds: readonly Deed[], deed: Deed, model: Model, window: Window): readonly LinkId[] {
  const before = (of: Deed['stage']) =>
    deeds.flatMap(({ stage, link, at }) =>
      stage === of && link && at <= deed.at && deed.at - at <= HOURS[window] ? [link] : [],
    );
  const tapped = before('LINK_CLICK');
  if (model === 'READ_THROUGH') return tapped.length > 0 ? [] : before('READ').slice(-1);
  return model === 'LAST_CLICK' ? tapped.slice(-1) : model === 'FIRST_CLICK' ? tapped.slice(0, 1) : tapped;
}
