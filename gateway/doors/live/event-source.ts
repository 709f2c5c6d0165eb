import type { FastifyRequest } from 'fastify';

/**
 * The body that a GET means by its query: pages open event streams so (`EventSource`), and cannot set headers. Members that are no JSON
 * are left as they came, for the server to refuse.
 */
export function bodyOfQuery({ query }: FastifyRequest): Readonly<Record<string, unknown>> {
  const { query: document, operationName, variables, extensions, documentId } = query as Record<string, unknown>;
  const said = { query: document, operationName, documentId };
  const body = { ...said, variables: parsed(variables), extensions: parsed(extensions) };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
