import type { Client } from '../../clients/client.ts';

/** Who is turned away together when there is too much to do, first ones first. */
export const SHED_CLASSES = ['anonymous-ad-hoc', 'anonymous', 'viewer', 'partner'] as const;

export type ShedClass = (typeof SHED_CLASSES)[number];

/** Of how much load each class is turned away: 1 is as much as the settings allow. */
const FROM: Readonly<Record<ShedClass, number>> = {
  'anonymous-ad-hoc': 1,
  anonymous: 1.5,
  viewer: 2,
  partner: 3,
};

/** How much there is to do; 0 for a bound leaves it out. */
export interface OverloadLimits {
  /** Milliseconds that this process comes late to what it has to do. */
  readonly shedDelay: number;
  /** Operations under way. */
  readonly shedInFlight: number;
}

/** Measures how much there is to do. */
export class Overload {
  readonly #limits: OverloadLimits;
  readonly #delay: () => number;
  /** Operations under way. */
  inFlight = 0;

  /** @param delay how late this process comes to what it has to do, in milliseconds */
  constructor(limits: OverloadLimits, delay: () => number) {
    this.#limits = limits;
    this.#delay = delay;
  }

  /** The larger of both, as a share of what is allowed. */
  get load(): number {
    const { shedDelay, shedInFlight } = this.#limits;
    const byDelay = shedDelay === 0 ? 0 : this.#delay() / shedDelay;
    return shedInFlight === 0 ? byDelay : Math.max(byDelay, this.inFlight / shedInFlight);
  }

  /** Whether callers of a class are turned away now. */
  sheds(shedClass: ShedClass): boolean {
    return this.load >= FROM[shedClass];
  }
}

/** The class of whatever a client asks; undefined where nobody is turned away, since nobody is known apart. */
export function shedClassOf({ kind }: Client): Exclude<ShedClass, 'anonymous-ad-hoc'> | undefined {
  return kind === 'development' || kind === 'shared' ? undefined : kind;
}
