import type { Caller } from '../clients/caller.ts';
import type { Client } from '../clients/client.ts';
import { type Overload, type ShedClass, shedClassOf } from './overload/overload.ts';
import type { Accounts } from './quota/accounts.ts';
import { type Overspent, spend } from './quota/spend.ts';
import { overloaded, quotaExceeded, type TurnedAway } from './turned-away.ts';

/** What is counted at the gate. */
export interface GateWatch {
  /** A request was turned away for too much to do. */
  onShed(shedClass: ShedClass): void;
  /** A request, or an operation, was refused for its caller's quota. */
  onQuotaExceeded(client: Client): void;
}

/** Where every request passes, whatever its door, as soon as it is known who sent it. */
export class Gate {
  readonly #accounts: Accounts;
  readonly #overload: Overload;
  readonly #watch: GateWatch;

  constructor(accounts: Accounts, overload: Overload, watch: GateWatch) {
    this.#accounts = accounts;
    this.#overload = overload;
    this.#watch = watch;
  }

  /** Notes to whom a caller's requests are charged. */
  charge(caller: Caller): Caller {
    const accounts = this.#accounts.of(caller);
    if (accounts.length > 0) caller.charge = { accounts, retryAfter: undefined };
    return caller;
  }

  /**
   * Lets a request in, and counts it.
   * @returns why not, where it is turned away
   */
  enter({ client, charge }: Caller): TurnedAway | undefined | Promise<TurnedAway | undefined> {
    const shedClass = shedClassOf(client);
    if (shedClass && this.#overload.sheds(shedClass)) return this.#shed(shedClass);
    if (!charge) return undefined;
    const refuse = (overspent: Overspent | undefined): TurnedAway | undefined => {
      if (!overspent) return undefined;
      this.#watch.onQuotaExceeded(client);
      const refused = quotaExceeded(overspent);
      charge.retryAfter = refused.retryAfter;
      return refused;
    };
    const overspent = spend(charge.accounts, 'requests', 1);
    return overspent instanceof Promise ? overspent.then(refuse) : refuse(overspent);
  }

  /** Why a document that was not registered is not taken; undefined where it is. */
  refusalOfAdHoc({ kind }: Client): TurnedAway | undefined {
    return kind === 'anonymous' && this.#overload.sheds('anonymous-ad-hoc')
      ? this.#shed('anonymous-ad-hoc')
      : undefined;
  }

  #shed(shedClass: ShedClass): TurnedAway {
    this.#watch.onShed(shedClass);
    return overloaded();
  }
}
