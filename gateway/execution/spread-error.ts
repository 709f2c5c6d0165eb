import type { GraphQLFormattedError } from 'graphql';
import type { Path } from './asked-paths.ts';

/** Marks an error of a subgraph that stood above the fields it cost, and was written out for each of them. */
export const SPREAD = 'redcat:spread';

/**
 * A subgraph's error at each field that it cost: itself where it stands at a field; else a copy for each field asked for below it,
 * which is all of them where it has no path.
 * @param asked where the fetch's fields stand in the subgraph's answer
 */
export function spreadError(error: GraphQLFormattedError, asked: readonly Path[]): GraphQLFormattedError[] {
  const { path = [] } = error;
  const below = asked.filter((place) => place.length > path.length && path.every((key, depth) => place[depth] === key));
  if (below.length === 0) return [error];
  return below.map((place) => ({ ...error, path: place, extensions: { ...error.extensions, [SPREAD]: true } }));
}
