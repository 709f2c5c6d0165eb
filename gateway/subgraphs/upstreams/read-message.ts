import type { SubgraphAnswer } from '../subgraph-client.ts';
import { errorsOf } from '../transport/parse-answer.ts';

/** A GraphQL response that came as one message; what is none is an answer without data, which tells so where it is read. */
export function messageAnswer(response: unknown, text: string, ascii?: boolean): SubgraphAnswer {
  const { data, errors } = isObject(response) ? response : { data: undefined, errors: undefined };
  const clean = !text.includes('\\');
  return { data, errors: errorsOf(errors, true), clean, ...(ascii !== undefined && { ascii }) };
}

/** Reads JSON text; undefined for what is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
