import type { GraphQLSchema } from 'graphql';
import type { CachePolicy } from '../../guard/cache-policy.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import { NDJSON } from '../operations/ndjson.ts';
import { pagingOf } from '../operations/paging.ts';
import { aboutOperation } from './about-operation.ts';
import { dataSchema } from './answer-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import type { NamedSchemas } from './named-schemas.ts';
import { examplesOf, type OperationVariable, operationVariables } from './operation-variables.ts';
import { type Parameter, parametersOf } from './parameters.ts';
import type { Told } from './told-operations.ts';
import { variablesSchema } from './variables-schema.ts';

/** One operation as OpenAPI tells it. https://spec.openapis.org/oas/v3.1.1#operation-object */
export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

/** The path item of an operation: queries and subscriptions by GET, what changes something by POST. */
export function pathItem(
  { operation, operationId }: Told,
  { schema, named, policy }: { schema: GraphQLSchema; named: NamedSchemas; policy: CachePolicy },
): Readonly<Record<string, OperationObject>> {
  const { summary, description } = aboutOperation(schema, operation);
  const variables = operationVariables(schema, operation);
  const isQuery = operation.kind === 'query';
  const isRead = operation.kind !== 'mutation';
  const paging = pagingOf(schema, operation.document);
  const parameters = isRead ? variables.flatMap((variable) => parametersOf(variable, named)) : [];
  const pages =
    paging && `With \`accept: ${NDJSON}\` all pages come as lines; the last one says with which variables to go on.`;
  const object = {
    operationId,
    summary,
    description: [description, keptFor(policy, isQuery), pages, isStream(operation) && EVENTS]
      .filter(Boolean)
      .join('\n\n'),
    ...(parameters.length > 0 && { parameters }),
    ...(!isRead && { requestBody: requestBody(operation, variables, named) }),
    responses: responses(dataSchema(schema, operation.document, named), operation, paging !== undefined),
  };
  return { [isRead ? 'get' : 'post']: object };
}

const SSE = 'text/event-stream';

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
const EVENTS = `With \`accept: ${SSE}\`, which it needs: the answer at first and whenever it changes, each as the data of an event \`next\`; an event \`complete\` ends it.`;

function isStream({ kind }: RegisteredOperation): boolean {
  return kind === 'subscription';
}

function keptFor({ maxAge, isPrivate }: CachePolicy, isQuery: boolean): string {
  if (!isQuery || maxAge === 0) return '';
  return `An answer may be kept for ${maxAge} seconds${isPrivate ? ', by its caller alone' : ''}.`;
}

function requestBody(operation: RegisteredOperation, variables: readonly OperationVariable[], named: NamedSchemas) {
  const example = operation.example === undefined ? {} : { example: examplesOf(operation) };
  return { required: true, content: { 'application/json': { schema: variablesSchema(variables, named), ...example } } };
}

function responses(
  data: JsonSchema,
  operation: RegisteredOperation,
  isPaged: boolean,
): Readonly<Record<string, unknown>> {
  const isQuery = operation.kind === 'query';
  const errors = { type: 'array', items: ref('schemas/PartError'), description: 'Why parts of the data are null.' };
  const answer = { type: 'object', properties: { data, errors }, required: ['data'] };
  const lines = isPaged && { [NDJSON]: { schema: { type: 'string', description: 'An item of the list a line.' } } };
  return {
    200: {
      description: 'The answer.',
      headers: isQuery ? { ...QUOTA_HEADERS, etag: ETAG } : QUOTA_HEADERS,
      content: isStream(operation)
        ? { [SSE]: { schema: answer } }
        : { 'application/json': { schema: answer }, ...lines },
    },
    ...(isQuery && { 304: { description: 'You have the answer: its ETag was in `if-none-match`.' } }),
    400: ref('responses/VariablesWrong'),
    401: ref('responses/CredentialNeeded'),
    403: ref('responses/Forbidden'),
    ...(isStream(operation) && { 406: ref('responses/Problem') }),
    429: ref('responses/TooMany'),
    default: ref('responses/Problem'),
  };
}

const text = { type: 'string' };

/** https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-11 */
const QUOTA_HEADERS = {
  ratelimit: { schema: text, description: 'What is left of your quota, where you have one.' },
  'ratelimit-policy': { schema: text, description: 'Your quota.' },
};

const ETAG = { schema: text, description: 'Send it as `if-none-match` the next time.' };

function ref(of: string): JsonSchema {
  return { $ref: `#/components/${of}` };
}
