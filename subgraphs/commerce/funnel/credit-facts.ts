import { dayOf } from '../../kit/calendar.ts';
import type { Credit } from '../conversions/attribution/credit-of.ts';
import { journeyTouches } from '../conversions/attribution/journey.ts';
import { MODELS } from '../conversions/attribution/models.ts';
import { splitMoney } from '../conversions/attribution/share-credit.ts';
import type { Outcome, Read, Touch } from '../conversions/attribution/touch.ts';
import { WINDOWS } from '../conversions/attribution/windows.ts';
import type { FunnelFact } from './funnel-fact.ts';
import type { FunnelPart } from './funnel-groups.ts';
import { type FunnelStep, SALES, STEPS, salesOf, variantOf } from './measures.ts';
import type { GroupFinder } from './surroundings.ts';

/** Persons by the numbers that stand for them; -1 for those who don't count. */
export type PersonNumber = (person: string | null) => number;

/** A read as a step of the way into one shop to which its note led. */
export function readFact(read: Read, shopId: string, groups: GroupFinder, numberOf: PersonNumber): FunnelFact {
  const led = { ...read, shopId, productId: null };
  return ledFact('READ', led, groups.of(led, read.person), numberOf);
}

/** A tap as a step. */
export function clickFact(touch: Touch, groups: GroupFinder, numberOf: PersonNumber): FunnelFact {
  return ledFact('LINK_CLICK', touch, groups.of(touch, touch.person), numberOf);
}

function ledFact(
  step: FunnelStep,
  { person, occurredAt }: Pick<Touch, 'person' | 'occurredAt'>,
  groups: FunnelPart['groups'],
  numberOf: PersonNumber,
): FunnelFact {
  return { person: numberOf(person), day: dayOf(new Date(occurredAt)), step: STEPS.indexOf(step), parts: groups.led };
}

/**
 * What happened in the shop as a step: with each touch or read that has any credit for it in some model and window. Undefined where none has:
 * nothing led there.
 * @param fen what was paid; null where it is no order
 */
export function creditedFact(
  step: FunnelStep,
  outcome: Outcome,
  credit: Credit,
  fen: number | null,
  groups: GroupFinder,
  numberOf: PersonNumber,
): FunnelFact | undefined {
  const shares = sharesOf(credit, fen);
  if (shares.size === 0) return undefined;
  const parts = [...shares].map(([touch, share]) => ({
    groups: groups.of(ledBy(touch, outcome.shopId), outcome.person),
    variants: share.variants,
    sales: fen === null ? null : share.sales,
  }));
  const day = dayOf(new Date(outcome.occurredAt));
  return { person: numberOf(outcome.person), day, step: STEPS.indexOf(step), parts };
}

function ledBy(touch: Touch | Read, shopId: string) {
  return 'productId' in touch ? touch : { ...touch, shopId, productId: null };
}

interface Share {
  variants: number;
  readonly sales: number[];
}

function sharesOf(credit: Credit, fen: number | null): Map<Touch | Read, Share> {
  const shares = new Map<Touch | Read, Share>();
  for (const [window, { name }] of WINDOWS.entries()) {
    for (const model of MODELS) {
      const own = journeyTouches(credit, model, name).filter((touch) => touch.credit > 0);
      const credits = own.map((touch) => touch.credit);
      const split = fen === null || own.length === 0 ? [] : splitMoney(fen, credits);
      for (const [index, { touch }] of own.entries()) {
        const share = shares.get(touch) ?? { variants: 0, sales: fen === null ? [] : new Array<number>(SALES).fill(0) };
        shares.set(touch, share);
        share.variants |= 1 << variantOf(model, window);
        if (fen !== null) share.sales[salesOf(model, window)] = split[index] ?? 0;
      }
    }
  }
  return shares;
}
