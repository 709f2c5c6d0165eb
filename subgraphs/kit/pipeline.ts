import type { QueryExecutorProvider } from 'kysely';

/**
 * Has a transaction's statements sent as they come, without waiting for the answers to those before them: the server has the next one at
 * hand while this process is at other work. They run in the order in which they were sent. Where one fails, all that were sent after it
 * do, too, with `isAfterFailure`.
 * https://www.postgresql.org/docs/15/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export async function pipeline(transaction: QueryExecutorProvider): Promise<void> {
  const executor = transaction.getExecutor();
  const connection = await executor.provideConnection(async (own) => own);
  // Kysely would have each wait for the one before it. The executor is this transaction's own.
  executor.executeQuery = (query) => connection.executeQuery(query);
}

/** What PostgreSQL says of a statement of a transaction in which another one failed: in_failed_sql_transaction. */
const AFTER_FAILURE = '25P02';

/** Whether a statement failed for the sake of one before it. */
export function isAfterFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === AFTER_FAILURE;
}
