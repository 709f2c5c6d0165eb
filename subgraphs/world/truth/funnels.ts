import type { PeriodKey } from '../calendar.ts';
import { PERIODS } from '../calendar.ts';
import type { World } from '../world.ts';
import { type Outcome, type Share, sharesOf, splitBy, type TruthModel, type TruthWindow } from './credit.ts';
import { FirstOrders } from './first-orders.ts';
import { KnownFacts } from './known-facts.ts';
import { type Ledger, orderOn } from './ledger.ts';
import type { Looks } from './looks.ts';
import { within } from './periods.ts';

const FUNNEL_STAGES = ['READ', 'LINK_CLICK', 'SHOP_VISIT', 'ADD_TO_CART', 'ORDER_PAID', 'REPURCHASE'] as const;
type FunnelStage = (typeof FUNNEL_STAGES)[number];
const STAGE_OF = { shopVisits: 'SHOP_VISIT', addToCarts: 'ADD_TO_CART' } as const;

/** What the funnel of a shop comes to, of the whole, of a note or of an age cohort. */
interface FunnelCell {
  readonly events: Record<string, number>;
  readonly people: Record<string, Set<string>>;
  /** 分 */
  readonly sales: Record<string, number>;
}

/** A funnel's cell as the truth tells it. */
export interface FunnelEntry {
  readonly shopId: string;
  readonly by: 'SHOP' | 'NOTE' | 'AGE_COHORT';
  /** The note, or the cohort; the shop of the whole. */
  readonly key: string;
  readonly stages: Record<FunnelStage, { events: number; people: number; sales: number }>;
}

/** All cells of a period in a model and window, by all that was ever known. @param looks of everyone */
export function countFunnels(
  world: World,
  ledger: Ledger,
  looks: Looks,
  period: PeriodKey,
  model: TruthModel,
  window: TruthWindow,
): FunnelEntry[] {
  const range = PERIODS[period];
  const cohorts = new Map<string, string>([...world.persons()].map(({ key, ageCohort }) => [key, ageCohort]));
  const cells = new Map<string, FunnelCell>();
  const add = (
    shopId: string,
    noteIds: ReadonlyMap<string, number>,
    stage: FunnelStage,
    person: string | undefined,
  ) => {
    const sales = [...noteIds.values()].reduce((sum, fen) => sum + fen, 0);
    const cohort = person ? [`${shopId} AGE_COHORT ${cohorts.get(person) ?? 'UNKNOWN'}`] : [];
    for (const name of [`${shopId} SHOP ${shopId}`, ...cohort]) count(cells, name, stage, person, sales);
    for (const [noteId, fen] of noteIds) count(cells, `${shopId} NOTE ${noteId}`, stage, person, fen);
  };
  for (const { person, at, noteId, shopIds } of looks.reads)
    if (within(range, at)) for (const shopId of shopIds) add(shopId, new Map([[noteId, 0]]), 'READ', person);
  for (const { person, at, noteId, shopId, invalidOn } of ledger.clicks)
    if (invalidOn === null && within(range, at)) add(shopId, new Map([[noteId, 0]]), 'LINK_CLICK', person);
  const facts = new KnownFacts(ledger.clicks, looks);
  const shares = (outcome: Outcome) =>
    sharesOf(outcome, facts.knownBy(outcome, Number.MAX_SAFE_INTEGER), window, model);
  for (const step of ledger.steps) {
    if (!within(range, step.at)) continue;
    const own = shares({ ...step, clickIds: step.clickId ? [step.clickId] : [] });
    if (own.length > 0) add(step.shopId, byNote(own, 0), STAGE_OF[step.kind], step.person);
  }
  const firsts = new FirstOrders(ledger.orders);
  for (const order of ledger.orders) {
    const outcome = orderOn(order, Number.MAX_SAFE_INTEGER);
    if (!outcome || !within(range, outcome.at)) continue;
    const own = shares(outcome);
    if (own.length === 0) continue;
    add(outcome.shopId, byNote(own, outcome.gross), 'ORDER_PAID', outcome.person);
    const repeats = outcome.person !== undefined && !firsts.isFirst(order, Number.MAX_SAFE_INTEGER);
    if (repeats) add(outcome.shopId, byNote(own, outcome.gross), 'REPURCHASE', outcome.person);
  }
  return [...cells].map(([name, cell]) => entryOf(name, cell));
}

/** The notes that have credit, with what is theirs of the money. */
function byNote(shares: readonly Share[], fen: number): Map<string, number> {
  const parts = splitBy(shares, fen);
  const notes = new Map<string, number>();
  shares.forEach(({ touch }, index) => {
    notes.set(touch.noteId, (notes.get(touch.noteId) ?? 0) + (parts[index] ?? 0));
  });
  return notes;
}

function count(
  cells: Map<string, FunnelCell>,
  name: string,
  stage: FunnelStage,
  person: string | undefined,
  fen: number,
): void {
  const cell = cells.get(name) ?? { events: {}, people: {}, sales: {} };
  cells.set(name, cell);
  cell.events[stage] = (cell.events[stage] ?? 0) + 1;
  cell.sales[stage] = (cell.sales[stage] ?? 0) + fen;
  const people = cell.people[stage] ?? new Set();
  cell.people[stage] = people;
  if (person) people.add(person);
}

function entryOf(name: string, { events, people, sales }: FunnelCell): FunnelEntry {
  const [shopId = '', by = '', key = ''] = name.split(' ');
  const stages = Object.fromEntries(
    FUNNEL_STAGES.map((stage) => [
      stage,
      { events: events[stage] ?? 0, people: people[stage]?.size ?? 0, sales: sales[stage] ?? 0 },
    ]),
  ) as FunnelEntry['stages'];
  return { shopId, by: by as FunnelEntry['by'], key, stages };
}
