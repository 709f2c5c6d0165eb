import { GraphQLError } from 'graphql';

/** The most errors that one answer tells. */
const LIMIT = 100;

/** The first errors of an answer; where there are more, a last one says how many. */
export function limitErrors(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const left = errors.length - LIMIT;
  if (left <= 0) return errors;
  const more = new GraphQLError(`${left} more ${left === 1 ? 'error is' : 'errors are'} not told.`, {
    extensions: { code: 'ERRORS_LEFT_OUT' },
  });
  return [...errors.slice(0, LIMIT), more];
}
