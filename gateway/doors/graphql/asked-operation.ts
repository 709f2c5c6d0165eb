import type { FastifyRequest } from 'fastify';
import type { Variables } from '../../guard/variables.ts';
import type { AskedDocument } from '../../operations/admission.ts';
import { bodyOfQuery } from '../live/event-source.ts';

/** A GraphQL request; only its outer form was looked at. */
export interface AskedOperation {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Variables;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md */
  readonly documentId?: string;
}

/** The members of a GraphQL request, where they have the types that they must have. https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters */
export function askedOperation(payload: unknown): AskedOperation | undefined {
  if (!isObject(payload)) return undefined;
  const { query, operationName, variables, extensions } = payload;
  // By either name: Relay's documentation sends the second.
  const documentId = payload.documentId ?? payload.doc_id;
  if (!isAbsent(query) && typeof query !== 'string') return undefined;
  if (!isAbsent(operationName) && typeof operationName !== 'string') return undefined;
  if (!isAbsent(variables) && !isObject(variables)) return undefined;
  if (!isAbsent(extensions) && !isObject(extensions)) return undefined;
  if (!isAbsent(documentId) && typeof documentId !== 'string') return undefined;
  return {
    // Clients that must send some text send an empty one beside an id.
    ...(!isAbsent(query) && query !== '' && { query }),
    ...(!isAbsent(operationName) && { operationName }),
    ...(!isAbsent(variables) && { variables }),
    ...(!isAbsent(extensions) && { extensions }),
    ...(!isAbsent(documentId) && { documentId }),
  };
}

/** The same of an HTTP request. */
export function askedOverHttp(request: FastifyRequest): AskedOperation | undefined {
  return askedOperation(request.method === 'GET' ? bodyOfQuery(request) : request.body);
}

/** How it says what it asks: an id of either way, without the prefix that names its hash. */
export function askedDocument({ query: text, documentId, extensions }: AskedOperation): AskedDocument {
  const persisted = extensions?.persistedQuery;
  const isAutomatic = documentId === undefined && isObject(persisted) && persisted.version === 1;
  const hash = isAutomatic && typeof persisted.sha256Hash === 'string' ? persisted.sha256Hash : undefined;
  return { text, id: documentId?.replace(/^sha256:/, '') ?? hash, isAutomatic };
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
