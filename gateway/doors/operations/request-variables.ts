import type { Variables } from '../../guard/variables.ts';
import type { DoorRequest } from '../door-exchange.ts';
import { isReading } from '../reading-method.ts';
import { type Problem, problem, variablesProblem } from './problem.ts';
import type { Texts } from './text-input.ts';
import type { VariablesReader } from './variables-reader.ts';

/** A request's variables, or why they can't be taken. */
export type RequestVariables =
  | {
      readonly variables: Variables;
      /** The same as their types have them. */
      readonly read: Variables;
      readonly problem?: never;
    }
  | { readonly variables?: never; readonly read?: never; readonly problem: Problem };

/**
 * Reads the variables of a request. By GET they are query parameters, or all of them are JSON in one, `variables`; by POST they are the
 * body, or its member `variables`. An operation with a variable of that name takes it for that.
 */
export function requestVariables(request: DoorRequest, reader: VariablesReader): RequestVariables {
  const { query, body, id } = request;
  const refuse = (detail: string) => ({ problem: problem('BAD_REQUEST', detail, id) });
  if (!isReading(request)) {
    if (!isObject(body)) return refuse('The body must be a JSON object of the variables, such as {"id":"note_1"}.');
    const isWrapped = !reader.has('variables') && isWrapping(body);
    const given = isWrapped ? body.variables : body;
    return isObject(given) ? checked(given, reader, id) : refuse('`variables` must be a JSON object.');
  }
  const texts = query as Texts;
  const { variables } = texts;
  if (variables === undefined || reader.has('variables')) return read(reader.ofTexts(texts), id);
  if (Object.keys(texts).length > 1) {
    return refuse('Give the variables one by one as query parameters, or all of them in `variables`, not both.');
  }
  const given = parsed(variables);
  return isObject(given)
    ? checked(given, reader, id)
    : refuse('The query parameter `variables` must be a JSON object, such as {"id":"note_1"}.');
}

function checked(given: Variables, reader: VariablesReader, id: string): RequestVariables {
  return read(reader.ofJson(given), id);
}

function read(found: ReturnType<VariablesReader['ofJson']>, id: string): RequestVariables {
  return found.variables ? found : { problem: variablesProblem(found.faults, id) };
}

function isWrapping(body: Variables): boolean {
  const names = Object.keys(body);
  return names.length === 1 && names[0] === 'variables';
}

function isObject(value: unknown): value is Variables {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
