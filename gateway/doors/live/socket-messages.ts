import type { ToldError } from '../../execution/told-errors.ts';
import type { TurnedAway } from '../../guard/turned-away.ts';
import { isObject } from '../graphql/asked-operation.ts';

/** There are no headers that could say when to come back. */
export function turnedAwayError({ message, code, retryAfter }: TurnedAway, requestId: string): ToldError {
  return { message, extensions: { code, retryAfter, requestId } };
}

/** What a message says; undefined where it is no JSON object. */
export function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return isObject(message) ? message : undefined;
  } catch {
    return undefined;
  }
}

/** The texts among the members of a payload, by their names in lower case. */
export function textsOf(payload: unknown): Record<string, string> {
  if (!isObject(payload)) return {};
  const texts = Object.entries(payload).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.map(([name, value]) => [name.toLowerCase(), value]));
}
