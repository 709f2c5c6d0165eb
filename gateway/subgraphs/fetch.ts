import type { GraphQLFormattedError } from 'graphql';
import type { Caller } from '../clients/caller.ts';
import { SubgraphFailure, transportFailure } from './failure.ts';
import { headersFor } from './headers.ts';
import type { Subgraph } from './subgraph.ts';

/** One GraphQL request to a subgraph. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly caller: Caller;
}

/** A subgraph's answer: data, errors, or both. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * Asks one subgraph.
 * @throws {SubgraphFailure} when no answer comes in time, or none that is GraphQL
 */
export type SubgraphFetch = (request: SubgraphRequest) => Promise<SubgraphAnswer>;

/** The fetch of one subgraph, over its pool. */
export function fetchOver(subgraph: Subgraph): SubgraphFetch {
  const path = subgraph.url.pathname + subgraph.url.search;
  return async ({ query, operationName, variables, caller }) => {
    const answer = await read(subgraph, {
      path,
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...headersFor(caller),
      },
      body: JSON.stringify({ query, operationName, variables }),
    });
    return graphqlAnswer(subgraph.name, answer);
  };
}

interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

async function read(
  subgraph: Subgraph,
  request: { path: string; headers: Record<string, string>; body: string },
): Promise<HttpAnswer> {
  try {
    const signal = AbortSignal.timeout(subgraph.timeout);
    const response = await subgraph.pool.request({ method: 'POST', signal, ...request });
    return { status: response.statusCode, text: await response.body.text() };
  } catch (error) {
    throw transportFailure(subgraph.name, error);
  }
}

/** GraphQL over HTTP: an answer with errors counts whatever its status; data counts with a status that says success. */
function graphqlAnswer(subgraph: string, { status, text }: HttpAnswer): SubgraphAnswer {
  const answer = parsed(text);
  const ok = status >= 200 && status < 300;
  if (isAnswer(answer) && (ok || (answer.errors?.length ?? 0) > 0)) return withIndexes(answer);
  const unavailable = status === 502 || status === 503 || status === 504;
  const cause = new Error(`HTTP ${status}: ${text.slice(0, 500)}`);
  throw new SubgraphFailure(unavailable ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_RESPONSE_INVALID', subgraph, cause);
}

/** graphql-jit writes the indexes of a path as text. A response name never begins with a digit, so they can be told apart. */
function withIndexes({ errors, ...answer }: SubgraphAnswer): SubgraphAnswer {
  if (!errors?.length) return answer;
  const index = (key: string | number) => (/^\d+$/.test(String(key)) ? Number(key) : key);
  return { ...answer, errors: errors.map((error) => (error.path ? { ...error, path: error.path.map(index) } : error)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAnswer(value: unknown): value is SubgraphAnswer {
  if (!isObject(value)) return false;
  const { data, errors } = value;
  if (data !== undefined && data !== null && !isObject(data)) return false;
  if (errors === undefined || errors === null) return data !== undefined;
  return Array.isArray(errors) && errors.every((error) => isObject(error) && typeof error.message === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
