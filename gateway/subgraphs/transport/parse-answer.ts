import { parseUtf8Json, plainText, receivedText, type Utf8Text } from '../../utf8-text.ts';
import type { SubgraphAnswer } from '../subgraph-client.ts';
import { SubgraphFailure, saysUnavailable } from './failure.ts';

/**
 * Reads a subgraph's HTTP response as a GraphQL response: errors count whatever the status, data with one that says success.
 * @throws {SubgraphFailure} when the body is none
 */
export function parseAnswer(subgraph: string, status: number, body: Buffer): SubgraphAnswer {
  const text = receivedText(body);
  const response = parseJson(text);
  if (isObject(response)) {
    const success = status >= 200 && status < 300 && 'data' in response;
    // Errors are for people to read, and seldom: they are read once more, as plain text.
    const errors = errorsOf(response.errors && parsedErrors(plainText(text)), success);
    if (success || errors.length > 0) return { data: response.data, errors, clean: !text.includes('\\') };
  }
  const cause = new Error(`HTTP ${status}: ${plainText(text).slice(0, 500)}`);
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

function parsedErrors(text: string): unknown {
  return (JSON.parse(text) as { readonly errors: unknown }).errors;
}

function parseJson(text: Utf8Text): unknown {
  try {
    return parseUtf8Json(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
