import { errors } from '../errors.ts';
import type { Overspent } from './quota/spend.ts';

/** Why a request is not taken now. */
export class TurnedAway extends Error {
  readonly code: 'QUOTA_EXCEEDED' | 'OVERLOADED';
  /** Seconds after which it may be. */
  readonly retryAfter: number;

  constructor(code: TurnedAway['code'], retryAfter: number, message: string = errors[code].meaning) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Seconds after which one may look again where there is too much to do. */
const OVERLOAD_PAUSE = 1;

/** The process has too much to do for this caller. */
export function overloaded(): TurnedAway {
  return new TurnedAway('OVERLOADED', OVERLOAD_PAUSE);
}

/** The caller has asked for as much as it may. */
export function quotaExceeded({ spending, amount, retryAfter = 1 }: Overspent): TurnedAway {
  const needed =
    spending === 'cost' ? `The operation may cost ${amount}, which is more than is left` : 'No request is left';
  return new TurnedAway('QUOTA_EXCEEDED', retryAfter, `${needed} of the quota; it is there in ${retryAfter} s.`);
}
