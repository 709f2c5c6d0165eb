import { parseUtf8Json, type Utf8Text } from '../../utf8-text.ts';
import type { SubgraphAnswer } from '../subgraph-client.ts';
import { errorsOf } from '../transport/parse-answer.ts';

/**
 * A GraphQL response that came as one message; what is none is an answer without data, which tells so where it is read.
 * @param text of the message
 * @param plain the same response, read from plain text
 */
export function messageAnswer(response: unknown, text: Utf8Text, plain: () => unknown): SubgraphAnswer {
  const { data, errors } = isObject(response) ? response : NOTHING;
  const told = errors === undefined ? undefined : (plain() as { readonly errors: unknown }).errors;
  return { data, errors: errorsOf(told, true), clean: !text.includes('\\') };
}

const NOTHING = { data: undefined, errors: undefined };

/** Reads JSON text; undefined for what is none. */
export function parsedJson(text: Utf8Text): unknown {
  try {
    return parseUtf8Json(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
