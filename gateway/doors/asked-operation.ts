import type { AskedOperation } from './resolve-operation.ts';

/** The members of a GraphQL request, where they have the types that they must have. https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters */
export function askedOperation(payload: unknown): AskedOperation | undefined {
  if (!isObject(payload)) return undefined;
  const { query, operationName, variables, extensions } = payload;
  if (!isAbsent(query) && typeof query !== 'string') return undefined;
  if (!isAbsent(operationName) && typeof operationName !== 'string') return undefined;
  if (!isAbsent(variables) && !isObject(variables)) return undefined;
  if (!isAbsent(extensions) && !isObject(extensions)) return undefined;
  return {
    ...(!isAbsent(query) && { query }),
    ...(!isAbsent(operationName) && { operationName }),
    ...(!isAbsent(variables) && { variables }),
    ...(!isAbsent(extensions) && { extensions }),
  };
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
