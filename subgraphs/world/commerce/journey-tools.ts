import type { Catalog } from '../catalog/catalog.ts';
import type { Shelf, Trail } from '../catalog/shelf.ts';
import type { Reads } from '../content/reads.ts';
import type { Searches } from '../content/searches.ts';
import { type Arrival, makeArrival } from '../dirt/arrival.ts';
import { makeOrderDirt } from '../dirt/order-dirt.ts';
import type { Readers } from '../people/readers.ts';
import { GROUPS, type Group, type PeriodPlan, type Plan } from '../plan.ts';
import { type Stream, stream } from '../random/stream.ts';
import { type Buyers, lastInstant } from './buyers.ts';
import type { Actor } from './event.ts';
import { type Order, orderMaker } from './order.ts';

/** Everything of a period that its journeys are made from. */
export interface PeriodParts {
  readonly plan: Plan;
  readonly period: PeriodPlan;
  readonly catalog: Catalog;
  readonly shelf: Shelf;
  readonly readers: Readers;
  readonly reads: Reads;
  readonly buyers: Buyers;
  /** Null in Y0, of which no search log is kept. */
  readonly searches: Searches | null;
}

/** Where journeys of each kind begin and how many there are. */
export interface Share {
  readonly group: Group;
  readonly start: number;
  readonly count: number;
}

/** What the makers of each kind of journey share. */
export interface JourneyTools {
  readonly random: Stream;
  readonly end: number;
  readonly order: (bought: {
    key: string;
    ordinal: number;
    trail: Trail;
    paidAt: number;
    namesClick: boolean;
  }) => Order;
  readonly clickArrival: Arrival;
  readonly visitArrival: Arrival;
  readonly visitors: readonly Share[];
  readonly clickers: readonly Share[];
  /** Orders by nobody known: of every third anonymous visitor. */
  readonly anonymousOrders: number;
}

const ANONYMOUS_SHARE = 0.08;

/** How many of a group's visitors nobody knows. */
export function anonymousOf(visitors: number): number {
  return Math.round(visitors * ANONYMOUS_SHARE);
}

/** The tools of a period. */
export function journeyTools({ plan, period, catalog, buyers }: PeriodParts): JourneyTools {
  const visitors = shares(period, (group) => period.groups[group].visitors);
  const clickers = shares(period, (group) => period.groups[group].clickers);
  const total = (list: readonly Share[]) => list.reduce((sum, { count }) => sum + count, 0);
  const clicking = GROUPS.reduce((sum, group) => sum + period.groups[group].clickingBuyers, 0);
  const anonymousOrders = visitors.reduce((sum, { count }) => sum + Math.ceil(anonymousOf(count) / 3), 0);
  const orders = buyers.count + period.repeatOrders + anonymousOrders;
  return {
    random: stream(plan.seed, `journey.${period.key}`),
    end: lastInstant(period),
    order: orderMaker(plan.seed, catalog, makeOrderDirt(plan, period.key, orders)),
    clickArrival: makeArrival(plan, `click.${period.key}`, clicking + total(visitors) + total(clickers)),
    visitArrival: makeArrival(plan, `visit.${period.key}`, clicking + total(visitors)),
    visitors,
    clickers,
    anonymousOrders,
  };
}

function shares(period: PeriodPlan, countOf: (group: Group) => number): Share[] {
  let start = GROUPS.reduce((sum, group) => sum + period.groups[group].clickingBuyers, 0);
  return GROUPS.map((group) => {
    const share = { group, start, count: countOf(group) };
    start += share.count;
    return share;
  });
}

/** Consent as most give it: some never said. */
export function consentOf(draw: number): Pick<Actor, 'consent'> {
  return draw < 14 ? { consent: 'GRANTED' } : draw < 17 ? { consent: 'UNKNOWN' } : {};
}
