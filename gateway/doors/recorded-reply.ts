import type { DeferredAnswer, Delivery } from '../execution/answer.ts';
import type { ToldError } from '../execution/told-errors.ts';
import type { Reply } from '../pipeline.ts';
import { type Answered, hasValue } from '../telemetry/operations.ts';

/**
 * The same reply, recorded once: at once where it is whole; where it comes in parts when they have ended, or nobody waits for them any more.
 * @param record called with the errors of all parts
 */
export function recordedReply(reply: Reply, record: (answered: Answered) => void): Reply {
  const { data, errors, deferred } = reply;
  const hasValues = () => data !== undefined && hasValue(JSON.parse(data));
  if (deferred) return { ...reply, deferred: recordedDeliveries(deferred, { hasValues, errors }, record) };
  record({ hasValues, errors });
  return reply;
}

function recordedDeliveries(
  deferred: DeferredAnswer<ToldError>,
  first: Answered,
  record: (answered: Answered) => void,
): DeferredAnswer<ToldError> {
  return {
    pending: deferred.pending,
    [Symbol.asyncIterator]: () => new Recorded(deferred[Symbol.asyncIterator](), first, record),
  };
}

/** The error of an answer that broke off: told to nobody, since there is no part that it could come with. */
const BROKEN_OFF = { extensions: { code: 'INTERNAL_SERVER_ERROR' } };

class Recorded implements AsyncIterator<Delivery<ToldError>> {
  readonly #given: AsyncIterator<Delivery<ToldError>>;
  readonly #first: Answered;
  readonly #record: (answered: Answered) => void;
  readonly #errors: Answered['errors'][number][];
  /** What fragments at the root brought: only they can bring the first value. */
  readonly #atRoot: string[] = [];
  #isRecorded = false;

  constructor(given: AsyncIterator<Delivery<ToldError>>, first: Answered, record: (answered: Answered) => void) {
    this.#given = given;
    this.#first = first;
    this.#record = record;
    this.#errors = [...first.errors];
  }

  async next(): Promise<IteratorResult<Delivery<ToldError>>> {
    const result = await this.#given.next();
    // Whoever left while this was awaited has been recorded as it was then.
    if (this.#isRecorded) return result;
    if (result.done) this.#errors.push(BROKEN_OFF);
    else this.#note(result.value);
    if (result.done || !result.value.hasNext) this.#end();
    return result;
  }

  async return(): Promise<IteratorResult<Delivery<ToldError>>> {
    this.#end();
    await this.#given.return?.();
    return { done: true, value: undefined };
  }

  #note({ completed }: Delivery<ToldError>): void {
    for (const { errors, data } of completed) {
      this.#errors.push(...errors);
      for (const news of data?.news ?? []) if (news.path.length === 0) this.#atRoot.push(news.data);
    }
  }

  #end(): void {
    if (this.#isRecorded) return;
    this.#isRecorded = true;
    const hasValues = () => this.#first.hasValues() || this.#atRoot.some((data) => hasValue(JSON.parse(data)));
    this.#record({ hasValues, errors: this.#errors });
  }
}
