import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { coerceVariables } from '../coerce-variables.ts';

/** A subscription as it was asked for. */
export interface LiveRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** A document of the largest message that is taken could have a million. */
const MOST_TOKENS = 10_000;

/**
 * Reads and checks a subscription: its document, its variables.
 * @throws an error of status 400 with what is wrong in `errors`, as Mercurius's own refusals have it
 */
export async function prepareSubscription(schema: GraphQLSchema, request: LiveRequest): Promise<ExecutionArgs> {
  const { query, variables, operationName } = request;
  const document = parsed(query);
  const errors = validate(schema, document);
  if (errors.length > 0) throw refusal('The document is not valid.', errors);
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw refusal('Only a subscription can be had as a stream: POST anything else.');
  }
  const given = variables ?? {};
  const read = await coerceVariables(schema, document, undefined, given);
  return { schema, document, operationName, variableValues: read.variables ?? given };
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    throw refusal('The document can’t be read.', error instanceof GraphQLError ? [error] : undefined);
  }
}

function refusal(message: string, errors?: readonly GraphQLError[]): Error {
  return Object.assign(new Error(message), { statusCode: 400, ...(errors && { errors }) });
}

/** What a token takes once it is parsed, and a character of variables as JSON, in bytes. */
const TOKEN_BYTES = 500;
const CHARACTER_BYTES = 8;

/** What a subscription keeps as long as it runs, in bytes, as an estimate: its document and its variables. */
export function keptBytes({ document, variableValues }: ExecutionArgs): number {
  let bytes = CHARACTER_BYTES * JSON.stringify(variableValues ?? {}).length;
  for (let token = document.loc?.startToken; token; token = token.next ?? undefined) bytes += TOKEN_BYTES;
  return bytes;
}
