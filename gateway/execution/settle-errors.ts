import { GraphQLError } from 'graphql';
import { isErrorCode, isSubgraphCode } from '../errors.ts';
import type { Path } from './asked-paths.ts';

type Data = Record<string, unknown> | null | undefined;

/**
 * Turns the stock executor's errors into ours: coded, each naming its subgraph where that failed, with no more of it.
 * A fetch that failed is told once for each null that it left in the answer, so that a client can tell such a null from a real one.
 * @param given as the executor made them; `serviceName` in their extensions says whose they are
 * @param data the answer beside them
 */
export function settleErrors(given: readonly GraphQLError[], data: Data): GraphQLError[] {
  const errors = given.map(settled);
  const nulls = new Set<string>();
  const visible = errors.filter((error) => {
    if (!isFailure(error)) return true;
    const place = error.path && nullOn(error.path, data);
    const name = JSON.stringify([error.extensions.subgraph, place]);
    if (!place || nulls.has(name)) return false;
    nulls.add(name);
    return true;
  });
  return [...visible, ...unplaced(errors, visible)];
}

function settled(error: GraphQLError): GraphQLError {
  const { code, serviceName: subgraph } = error.extensions;
  if (typeof subgraph !== 'string') return error;
  const { message, path } = error;
  const originalError = error.originalError ?? undefined;
  if (isFailure(error)) return new GraphQLError(message, { path, originalError, extensions: { code, subgraph } });
  if (isSubgraphCode(code)) return new GraphQLError(message, { path, originalError, extensions: { code } });
  return new GraphQLError(`Something went wrong in the ${subgraph} subgraph.`, {
    path,
    originalError,
    extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph },
  });
}

/** Whether the error says that a whole fetch failed. */
function isFailure({ extensions: { code } }: GraphQLError): boolean {
  return isErrorCode(code) && code.startsWith('SUBGRAPH_');
}

/** Where a failed fetch left no null that the client asked for (it fed another fetch), its subgraph is told once, at no field. */
function unplaced(errors: readonly GraphQLError[], visible: readonly GraphQLError[]): GraphQLError[] {
  const named = new Set(visible.map((error) => error.extensions.subgraph));
  const unnamed = errors.filter((error) => isFailure(error) && !named.has(error.extensions.subgraph));
  const first = new Map([...unnamed].reverse().map((error) => [error.extensions.subgraph, error]));
  return [...first.values()].map(({ message, extensions }) => new GraphQLError(message, { extensions }));
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
