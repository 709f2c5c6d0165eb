import { dayAt } from '../calendar.ts';
import type { World } from '../world.ts';
import { type Outcome, type Share, sharesOf, splitBy } from './credit.ts';
import { FirstOrders } from './first-orders.ts';
import type { FunnelGroupFinder, FunnelGroups } from './funnel-groups.ts';
import { FUNNEL_WAYS, type FunnelStage, measureOf } from './funnel-ways.ts';
import { KnownFacts } from './known-facts.ts';
import { type Ledger, orderOn } from './ledger.ts';
import { type Looks, readsInto } from './looks.ts';

/** Something that happened in or on the way into a shop. */
export interface FunnelDeed {
  readonly stage: FunnelStage;
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly day: string;
  /** Undefined where nobody is known who counts. */
  readonly person: string | undefined;
  /** What led there, each with the measures in which it has credit. */
  readonly parts: readonly FunnelPart[];
}

export interface FunnelPart {
  readonly groups: FunnelGroups;
  readonly measures: ReadonlySet<string>;
  /** What is its own of the money, in 分, by `${model} ${window}`. */
  readonly sales: ReadonlyMap<string, number>;
}

/** In whose name the events of a sender come that speaks for no platform: persons of whom nobody else tells may be invented. */
export const SHARED_PLATFORM = 'platform_taobao';
const EVER = Number.MAX_SAFE_INTEGER;

/**
 * All that happened on the way into some shops, by all that was ever known.
 * @param looks of whoever visited or bought
 * @returns by shop
 */
export function funnelDeeds(
  world: World,
  ledger: Ledger,
  looks: Looks,
  shopIds: ReadonlySet<string>,
  finder: FunnelGroupFinder,
): Map<string, FunnelDeed[]> {
  const reads = readsInto(world.events(), world.catalog, shopIds);
  const clicks = ledger.clicks.filter(({ invalidOn }) => invalidOn === null);
  const told = [...reads, ...looks.reads, ...clicks].filter(({ platformId }) => platformId !== SHARED_PLATFORM);
  const vouched = new Set(told.flatMap(({ person }) => person ?? []));
  const counted = (person: string | undefined) =>
    person !== undefined && (vouched.has(person) || finder.isKnown(person)) ? person : undefined;
  const deeds = new Map([...shopIds].map((shopId): [string, FunnelDeed[]] => [shopId, []]));
  const add = (shopId: string, stage: FunnelStage, at: number, person: string | undefined, parts: FunnelPart[]) => {
    if (parts.length > 0) deeds.get(shopId)?.push({ stage, day: dayAt(at), person: counted(person), parts });
  };
  const led = (stage: FunnelStage, groups: FunnelGroups): FunnelPart[] => [
    { groups, measures: new Set([stage]), sales: new Map() },
  ];
  for (const read of reads)
    for (const shopId of read.shopIds)
      add(shopId, 'READ', read.at, read.person, led('READ', finder.of(read, shopId, read.person)));
  for (const click of clicks)
    if (shopIds.has(click.shopId))
      add(
        click.shopId,
        'LINK_CLICK',
        click.at,
        click.person,
        led('LINK_CLICK', finder.of(click, click.shopId, click.person)),
      );
  const facts = new KnownFacts(ledger.clicks, looks);
  const credited = (stage: FunnelStage, outcome: Outcome, fen: number) =>
    add(outcome.shopId, stage, outcome.at, outcome.person, creditedParts(stage, outcome, fen, facts, finder));
  for (const step of ledger.steps)
    if (shopIds.has(step.shopId))
      credited(
        step.kind === 'shopVisits' ? 'SHOP_VISIT' : 'ADD_TO_CART',
        { ...step, clickIds: step.clickId ? [step.clickId] : [] },
        0,
      );
  const firsts = new FirstOrders(ledger.orders);
  for (const order of ledger.orders) {
    const outcome = shopIds.has(order.shopId) ? orderOn(order, EVER) : undefined;
    if (!outcome) continue;
    credited('ORDER_PAID', outcome, outcome.gross);
    if (outcome.person !== undefined && !firsts.isFirst(order, EVER)) credited('REPURCHASE', outcome, outcome.gross);
  }
  return deeds;
}

/** The touches that have credit in some model and window. */
function creditedParts(
  stage: FunnelStage,
  outcome: Outcome,
  fen: number,
  facts: KnownFacts,
  finder: FunnelGroupFinder,
): FunnelPart[] {
  const known = facts.knownBy(outcome, EVER);
  const parts = new Map<Share['touch'], { measures: Set<string>; sales: Map<string, number> }>();
  for (const { model, window } of FUNNEL_WAYS) {
    const shares = sharesOf(outcome, known, window, model);
    const money = shares.length === 0 ? [] : splitBy(shares, fen);
    for (const [index, { touch }] of shares.entries()) {
      const part = parts.get(touch) ?? { measures: new Set(), sales: new Map() };
      parts.set(touch, part);
      part.measures.add(measureOf(stage, model, window));
      part.sales.set(`${model} ${window}`, money[index] ?? 0);
    }
  }
  return [...parts].map(([touch, part]) => ({ ...part, groups: finder.of(touch, outcome.shopId, outcome.person) }));
}
