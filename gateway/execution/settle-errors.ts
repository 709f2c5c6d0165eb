import { GraphQLError } from 'graphql';
import { isErrorCode, isSubgraphCode } from '../errors.ts';
import type { Path } from './asked-paths.ts';
import { SPREAD } from './spread-error.ts';
import { SubgraphError } from './subgraph-error.ts';

type Data = Record<string, unknown> | null | undefined;

/**
 * Turns the stock executor's errors into ours: coded, each naming its subgraph where that failed, with no more of it.
 * An error that was written out for many fields stays once for each null that it left in the answer, so that a client can tell
 * such a null from a real one.
 * @param given as the executor made them; `serviceName` in their extensions says whose they are
 * @param data the answer beside them
 */
export function settleErrors(given: readonly GraphQLError[], data: Data): GraphQLError[] {
  const nulls = new Set<string>();
  const visible = given.filter((error) => {
    if (!error.extensions[SPREAD]) return true;
    const place = error.path && nullOn(error.path, data);
    const name = JSON.stringify([signature(error), place]);
    if (!place || nulls.has(name)) return false;
    nulls.add(name);
    return true;
  });
  return [...visible.map((error) => settled(error, error.path)), ...unplaced(given, visible)];
}

/** Where an error left no null that the client asked for (its fetch fed another one), it is told once, at no field. */
function unplaced(given: readonly GraphQLError[], visible: readonly GraphQLError[]): GraphQLError[] {
  const told = new Set(visible.map(signature));
  const untold = new Map(
    given.filter((error) => !told.has(signature(error))).map((error) => [signature(error), error]),
  );
  return [...untold.values()].map((error) => settled(error, undefined));
}

/** The same for all copies of one error. */
function signature({ message, extensions: { code, serviceName } }: GraphQLError): string {
  return JSON.stringify([serviceName, code, message]);
}

function settled(error: GraphQLError, path: Path | undefined): GraphQLError {
  const { code, serviceName: subgraph } = error.extensions;
  if (typeof subgraph !== 'string') return error;
  const { message } = error;
  const at = { path: withinData(path), originalError: error.originalError ?? undefined };
  if (isErrorCode(code) && code.startsWith('SUBGRAPH_')) {
    return new GraphQLError(message, { ...at, extensions: { code, subgraph } });
  }
  if (isSubgraphCode(code)) return new SubgraphError(message, { ...at, extensions: { code } });
  const extensions = { code: 'INTERNAL_SERVER_ERROR', subgraph };
  return new GraphQLError(`Something went wrong in the ${subgraph} subgraph.`, { ...at, extensions });
}

/** The executor leaves its own `@` (every item) in the path of an error that names no entity. */
function withinData(path: Path | undefined): Path | undefined {
  const every = path?.indexOf('@') ?? -1;
  return every < 0 ? path : path?.slice(0, every);
}

/** The part of the path at which the answer is null; undefined where it has a value, or where no such field was asked for. */
function nullOn(path: Path, data: Data): Path | undefined {
  let value: unknown = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth);
    if (typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value === null || value === undefined ? path : undefined;
}

/**
 * The errors that the stock executor only hints at, in `extensions.valueCompletion`: nulls where the schema says that there is
 * none, and values that are none of their type. https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 */
export function completionErrors(extensions: Record<string, unknown> | undefined): GraphQLError[] {
  const hints = extensions?.valueCompletion;
  if (!Array.isArray(hints)) return [];
  return hints.map(
    ({ message, path }: GraphQLError) =>
      new GraphQLError(message, { path, extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' } }),
  );
}
