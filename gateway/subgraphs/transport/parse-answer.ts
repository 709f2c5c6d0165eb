import { isAscii } from 'node:buffer';
import type { SubgraphAnswer } from '../subgraph-client.ts';
import { SubgraphFailure, saysUnavailable } from './failure.ts';

/**
 * Reads a subgraph's HTTP response as a GraphQL response: errors count whatever the status, data with one that says success.
 * @throws {SubgraphFailure} when the body is none
 */
export function parseAnswer(subgraph: string, status: number, body: Buffer): SubgraphAnswer {
  const ascii = isAscii(body);
  // ASCII is copied as it is; only other text needs UTF-8 decoding.
  const text = body.toString(ascii ? 'latin1' : 'utf8');
  const response = parseJson(text);
  if (isObject(response)) {
    const success = status >= 200 && status < 300 && 'data' in response;
    const errors = errorsOf(response.errors, success);
    if (success || errors.length > 0) return { data: response.data, errors, clean: !text.includes('\\'), ascii };
  }
  const cause = new Error(`HTTP ${status}: ${text.slice(0, 500)}`);
  throw new SubgraphFailure(
    saysUnavailable(status) ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_RESPONSE_INVALID',
    subgraph,
    cause,
  );
}

/**
 * The errors of a response. What is no list tells of something wrong all the same: it is one error.
 * @param isGraphql whether anything says that the response is GraphQL; where nothing does, what is no list is none
 */
export function errorsOf(errors: unknown, isGraphql: boolean): readonly unknown[] {
  if (Array.isArray(errors)) return errors;
  return isGraphql && errors !== undefined && errors !== null ? [errors] : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
