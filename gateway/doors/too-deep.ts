import { GraphQLError } from 'graphql';
import type { OperationRecord } from '../telemetry/operations.ts';

/** The error of a document that nests too deep. It is refused before Apollo Server's plugins see it, so the record is written here. */
export function tooDeep(depth: number, record: OperationRecord): GraphQLError {
  const code = 'OPERATION_TOO_COMPLEX';
  record.outcome = 'refused';
  record.codes = [code];
  return new GraphQLError(`The document nests deeper than ${depth} levels.`, {
    extensions: { code, http: { status: 400 } },
  });
}
