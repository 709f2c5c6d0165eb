import type { DeferredAnswer, Delivery } from './answer.ts';
import type { AnswerError } from './answer-errors.ts';

/**
 * The rest of an answer with errors as clients are told them. It never rejects: what goes wrong ends it.
 * @param tell what clients are told of a part's errors
 * @param fail takes what went wrong
 */
export function toldDeliveries<E>(
  deferred: DeferredAnswer<AnswerError>,
  tell: (errors: readonly AnswerError[]) => readonly E[],
  fail: (error: unknown) => void,
): DeferredAnswer<E> {
  const told = ({ completed, ...rest }: Delivery<AnswerError>): Delivery<E> => ({
    ...rest,
    completed: completed.map((fragment) => ({ ...fragment, errors: tell(fragment.errors) })),
  });
  return {
    pending: deferred.pending,
    [Symbol.asyncIterator]: () => mapped(deferred[Symbol.asyncIterator](), told, fail),
  };
}

function mapped<A, B>(given: AsyncIterator<A>, map: (value: A) => B, fail: (error: unknown) => void): AsyncIterator<B> {
  return {
    async next() {
      try {
        const { done, value } = await given.next();
        return done ? { done, value: undefined } : { done: false, value: map(value) };
      } catch (error) {
        fail(error);
        return { done: true, value: undefined };
      }
    },
    async return() {
      await given.return?.();
      return { done: true, value: undefined };
    },
  };
}
