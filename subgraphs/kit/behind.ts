import { isAfterFailure } from './pipeline.ts';

/** Has statements run behind those that were given before, while the caller goes on. */
export type Behind = (statements: () => Promise<unknown>) => void;

/**
 * Runs a part of a transaction, which is a pipeline, that leaves to run behind it what it need not wait for. All is over when this ends,
 * so that nothing comes after a rollback.
 * @throws what the statement that failed first threw, since all that come after it fail for its sake; otherwise what `run` threw
 */
export async function runBehind<T>(run: (behind: Behind) => Promise<T>): Promise<T> {
  const given: Promise<unknown>[] = [];
  const behind: Behind = (statements) => {
    const running = statements();
    // They may fail before anyone waits for their end.
    running.catch(() => {});
    given.push(running);
  };
  const [outcome] = await Promise.allSettled([run(behind)]);
  const errors = (await Promise.allSettled(given)).flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  if (outcome.status === 'rejected') errors.push(outcome.reason);
  if (outcome.status === 'fulfilled' && errors.length === 0) return outcome.value;
  throw errors.find((error) => !isAfterFailure(error)) ?? errors[0];
}
