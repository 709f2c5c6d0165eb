import type { CredentialEnds } from '../../clients/credential-ends.ts';
import type { ToldError } from '../../execution/told-errors.ts';
import { type Charge, chargeMessage } from '../../guard/charge.ts';
import type { LiveSubscriptions } from '../../live/live-subscriptions.ts';
import { ownToldError } from '../../live/own-error.ts';
import type { LiveMessage, Subscriber } from '../../live/subscriber.ts';
import type { Stop } from '../../subgraphs/upstreams/upstream.ts';
import type { LiveProtocol, LiveWatch } from '../../telemetry/live.ts';
import type { ResolvedSubscription } from '../graphql/answering.ts';
import type { Held, LiveOutbox } from './live-outbox.ts';

/** How a door delivers one operation's messages to its client. */
export interface Delivery {
  /** Writes a message. @param onFlushed to be called when the client has taken it */
  write(message: LiveMessage, onFlushed: (() => void) | undefined): void;
  /** Bytes that the client has not taken yet. */
  readonly waiting: number;
  /** Tells the end. @param errors why; none where it is complete */
  finish(errors: readonly ToldError[]): void;
}

/** What operations of one connection have in common. */
export interface LiveConnectionParts {
  readonly protocol: LiveProtocol;
  readonly live: LiveSubscriptions;
  readonly watch: LiveWatch;
  readonly outbox: LiveOutbox;
  /** Ends operations with their credentials; absent where the connection itself ends with that by which it was opened. */
  readonly ends?: CredentialEnds;
}

/** One client's subscription: delivers to it as fast as it reads. */
export class LiveOperation implements Subscriber, Held {
  readonly #parts: LiveConnectionParts;
  readonly #delivery: Delivery;
  #stop: Stop | undefined;
  #waitNoMore: (() => void) | undefined;
  #held: LiveMessage | undefined;
  #over = false;
  /** To whom its messages are charged. */
  #charge: Charge | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: LiveConnectionParts, delivery: Delivery) {
    this.#parts = parts;
    this.#delivery = delivery;
  }

  /** Opens it. What can't be opened is told as its end. @returns why, where it can't */
  async open({ request, snapshot, record }: ResolvedSubscription): Promise<readonly ToldError[]> {
    const { live, watch, protocol, ends } = this.#parts;
    watch.onSubscription(protocol, 1);
    const { client, requestId, charge } = request.caller;
    this.#charge = charge;
    const ended = () => this.#revoke(ownToldError('CREDENTIAL_ENDED', requestId));
    this.#waitNoMore = ends?.wait(client, ended);
    const subscribed = await live.subscribe(request, snapshot, this);
    if ('errors' in subscribed) {
      record(subscribed.errors);
      // Whoever was told of the end of its credential is told nothing more.
      return this.#over ? [] : subscribed.errors;
    }
    record([]);
    this.#stop = subscribed.stop;
    if (this.#over) this.#stop();
    return [];
  }

  /** Ends it without a word to the client. */
  cancel(): void {
    if (!this.#finish()) return;
    this.#stop?.();
  }

  next(message: LiveMessage): void {
    if (this.#over) return;
    const { outbox, watch } = this.#parts;
    if (!this.#isWaiting && !outbox.holds(this)) {
      this.#deliver(message);
      return;
    }
    if (this.#held) watch.onSuperseded('client');
    this.#held = message;
  }

  end(errors: readonly ToldError[]): void {
    this.flush();
    if (this.#finish()) this.#delivery.finish(errors);
  }

  /** Ends it for a client whose credential has ended: what was held back is not sent any more. */
  #revoke(errors: readonly ToldError[]): void {
    if (!this.#finish()) return;
    this.#stop?.();
    this.#delivery.finish(errors);
  }

  flush(): void {
    if (this.#isWaiting) return;
    const held = this.#held;
    this.#held = undefined;
    if (held && !this.#over) this.#deliver(held);
  }

  #deliver(message: LiveMessage): void {
    const { outbox, watch, protocol } = this.#parts;
    const wait = this.#charge ? chargeMessage(this.#charge, message.cost ?? 0) : 0;
    if (wait > 0) {
      this.#wait(message, wait);
      return;
    }
    watch.onSent(protocol);
    this.#delivery.write(message, outbox.writes(this.#delivery.waiting, message));
  }

  /** Holds the newest message until the client's quota has room for it: messages are totals, so that those between need not be sent. */
  #wait(message: LiveMessage, milliseconds: number): void {
    this.#held = message;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#parts.outbox.holds(this)) this.flush();
    }, milliseconds).unref();
  }

  get #isWaiting(): boolean {
    return this.#timer !== undefined;
  }

  #finish(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#held = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waitNoMore?.();
    this.#parts.outbox.forget(this);
    this.#parts.watch.onSubscription(this.#parts.protocol, -1);
    return true;
  }
}
