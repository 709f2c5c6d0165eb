import { GraphQLError } from 'graphql';
import { errors } from '../errors.ts';
import type { OperationRecord } from '../telemetry/operations.ts';

/** The error of a client that may use stored operations alone. It is refused before Apollo Server's plugins see it, so the record is written here. */
export function storedOnly(record: OperationRecord): GraphQLError {
  const code = 'OPERATION_FORBIDDEN';
  record.outcome = 'refused';
  record.codes = [code];
  const { meaning, status } = errors[code];
  return new GraphQLError(meaning, { extensions: { code, http: { status } } });
}
