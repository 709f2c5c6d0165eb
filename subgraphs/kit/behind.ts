/** Has statements run once those that were given before are over, while the caller goes on; none after one that failed. */
export type Behind = (statements: () => Promise<unknown>) => void;

/**
 * Runs a part of a transaction that leaves to run behind it what it need not wait for. All is over when this ends, so that nothing comes
 * after a rollback. Statements of its own that `run` waits for while others run behind it come in between them.
 * @throws what the first statements that failed behind it threw, since all that comes after them fails for their sake; otherwise what
 * `run` threw
 */
export async function runBehind<T>(run: (behind: Behind) => Promise<T>): Promise<T> {
  let last: Promise<unknown> | undefined;
  const behind: Behind = (statements) => {
    last = last ? last.then(statements) : statements();
    // They may fail before anyone waits for their end.
    last.catch(() => {});
  };
  const [outcome] = await Promise.allSettled([run(behind)]);
  await last;
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
