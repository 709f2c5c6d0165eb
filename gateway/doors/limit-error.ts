import { GraphQLError } from 'graphql';
import { errors } from '../errors.ts';
import type { LimitExceeded } from '../guard/limits/document-limits.ts';
import type { OperationRecord } from '../telemetry/operations.ts';

/** The error of what goes beyond a limit. It is refused before Apollo Server's plugins see it, so the record is written here. */
export function limitError({ code, message, limit, found }: LimitExceeded, record: OperationRecord): GraphQLError {
  record.outcome = 'refused';
  record.codes = [code];
  return new GraphQLError(message, { extensions: { code, limit, found, http: { status: errors[code].status } } });
}
