import type { DeferredFragment } from '../../planning/documents/deferred-fragments.ts';
import type { DeferredAnswer, Delivery, PendingFragment } from '../answer.ts';
import { type AnswerError, unexpectedError } from '../answer-errors.ts';
import { answerTooLarge, isTooLarge } from '../answer-room.ts';
import type { Run } from '../run.ts';
import type { Deferral, FoundSite } from './deferral.ts';
import { DeferredBatch, type DeliveryPlan } from './deferred-batch.ts';
import { type DeferredPart, DeferredParts } from './deferred-parts.ts';
import { dropReports, takeLostReports } from './lost-reports.ts';

type Step = Delivery<AnswerError>;

/** Delivers the deferred fragments of one answer, each when what it needs is fetched and what is around it is delivered. */
export class Deliveries implements DeferredAnswer<AnswerError>, AsyncIterator<Step, undefined> {
  pending: readonly PendingFragment[] = [];
  readonly #run: Run;
  readonly #deferral: Deferral;
  readonly #plan: DeliveryPlan;
  readonly #parts = new DeferredParts();
  readonly #fetched = new Set<string>();
  /** The fetches whose data was there when the parts were written. */
  readonly #fetches = new Set<number>();
  readonly #unfetched: ReadonlySet<string>;
  /** What clients were told of the open parts: what is empty by then stays so. */
  readonly #announced = new Map<DeferredPart, PendingFragment>();
  #wake = () => {};
  #over = false;

  /** @param unfetched labels of fragments for which fetches are made or awaited */
  constructor(run: Run, deferral: Deferral, plan: DeliveryPlan, unfetched: ReadonlySet<string>) {
    this.#run = run;
    this.#deferral = deferral;
    this.#plan = plan;
    this.#unfetched = unfetched;
  }

  [Symbol.asyncIterator](): AsyncIterator<Step, undefined> {
    return this;
  }

  /** Nobody waits any more: what has not started will not. */
  get over(): boolean {
    return this.#over;
  }

  /**
   * Takes what was found in the first part.
   * @param isPrimary whether a fetch was made for it
   * @returns whether anything is deferred
   */
  start(isPrimary: (fetch: number) => boolean): boolean {
    this.pending = this.#announce(this.#parts.add(this.#deferral.take()));
    this.#over = this.pending.length === 0;
    this.#tellLost(isPrimary);
    return !this.#over;
  }

  /** Notes that all is fetched for the fragment with a label. */
  ready(label: string): void {
    this.#fetched.add(label);
    this.#wake();
  }

  async next(): Promise<IteratorResult<Step, undefined>> {
    while (!this.#over && this.#parts.open.size > 0) {
      const ready = [...this.#parts.open].filter(({ fragment }) => this.#isReady(fragment));
      if (ready.length > 0) return { done: false, value: this.#deliver(ready) };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#over = true;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Step, undefined>> {
    this.#over = true;
    this.#wake();
    return { done: true, value: undefined };
  }

  #isReady({ label }: DeferredFragment): boolean {
    return !this.#unfetched.has(label) || this.#fetched.has(label);
  }

  #announce(parts: readonly DeferredPart[]): PendingFragment[] {
    return parts.map((part) => {
      const pending = pendingOf(part);
      this.#announced.set(part, pending);
      return pending;
    });
  }

  #deliver(ready: readonly DeferredPart[]): Step {
    const pending: PendingFragment[] = [];
    const completed = [...Map.groupBy(ready, ({ fragment }) => fragment)].flatMap(([fragment, parts]) => {
      const batch = new DeferredBatch(this.#run, this.#deferral, this.#plan, fragment, parts);
      for (const fetch of this.#plan.writers.of(fragment).fetches) this.#fetches.add(fetch);
      return parts.map((part) => {
        const announced = this.#announced.get(part) ?? pendingOf(part);
        this.#announced.delete(part);
        const add = (found: FoundSite[]) => pending.push(...this.#announce(this.#parts.add(found)));
        const { data, errors } = this.#written(batch, part, add);
        if (!data) dropReports(this.#deferral, part, this.#plan.owners);
        pending.push(...this.#announce(this.#parts.complete(part, data !== undefined)));
        return { ...announced, data, errors };
      });
    });
    return { completed: this.#withLost(completed), pending, hasNext: this.#parts.open.size > 0 };
  }

  /** Tells, with the last part that brings anything, of nulls where parts would have been found. */
  #withLost(completed: Step['completed']): Step['completed'] {
    const at = completed.findLastIndex(({ data }) => data !== undefined);
    const last = completed[at];
    if (!last || this.#deferral.reported.length === 0) return completed;
    const told = this.#tellLost((fetch) => this.#fetches.has(fetch));
    return told.length === 0 ? completed : completed.with(at, { ...last, errors: [...last.errors, ...told] });
  }

  #tellLost(fetched: (fetch: number) => boolean): AnswerError[] {
    const { errors } = this.#run;
    const told = errors.list.length;
    const lost = takeLostReports(this.#deferral, fetched, this.#parts.awaited(), this.#plan);
    for (const error of lost) this.#run.tell(error);
    return errors.list.slice(told);
  }

  /** What can't be written ends like what has no value: clients wait for every part that they were told of. */
  #written(
    batch: DeferredBatch,
    part: DeferredPart,
    add: (found: FoundSite[]) => void,
  ): ReturnType<DeferredBatch['write']> {
    try {
      return batch.write(part, add);
    } catch (error) {
      this.#deferral.drop();
      const why = isTooLarge(error) ? answerTooLarge(this.#run.limit, part.path) : unexpectedError(error, part.path);
      return { data: undefined, errors: [why] };
    }
  }
}

function pendingOf({ id, fragment, path, groups }: DeferredPart): PendingFragment {
  return { id, label: fragment.clientLabel, path, empty: groups.every(({ delivered }) => delivered) };
}
