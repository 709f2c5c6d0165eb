import type { GraphQLSchema } from 'graphql';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import { aboutOperation } from '../openapi/about-operation.ts';
import { dataSchema } from '../openapi/answer-schema.ts';
import type { JsonSchema } from '../openapi/json-schema.ts';
import { NamedSchemas } from '../openapi/named-schemas.ts';
import { operationVariables } from '../openapi/operation-variables.ts';
import type { Told } from '../openapi/told-operations.ts';
import { variablesSchema } from '../openapi/variables-schema.ts';

/** A tool as an agent is told of it. https://modelcontextprotocol.io/specification/2025-11-25/server/tools */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  readonly annotations: Readonly<Record<string, boolean>>;
}

/** Where schemas of one tool stand that it uses by name. */
const DEFINITIONS = '#/$defs/';

/** Tells of operations as tools, of each once for each schema. */
export class Tools {
  readonly #bySchema = new WeakMap<GraphQLSchema, WeakMap<RegisteredOperation, Tool>>();

  of(schema: GraphQLSchema, { operation, operationId }: Told): Tool {
    const known = this.#bySchema.get(schema) ?? new WeakMap<RegisteredOperation, Tool>();
    this.#bySchema.set(schema, known);
    let tool = known.get(operation);
    if (tool?.name !== operationId) {
      tool = toolOf(schema, operation, operationId);
      known.set(operation, tool);
    }
    return tool;
  }
}

function toolOf(schema: GraphQLSchema, operation: RegisteredOperation, name: string): Tool {
  const { summary, description } = aboutOperation(schema, operation);
  const [input, output] = [new NamedSchemas(DEFINITIONS), new NamedSchemas(DEFINITIONS)];
  const inputSchema = variablesSchema(operationVariables(schema, operation), input);
  const data = dataSchema(schema, operation.document, output);
  const errors = { type: 'array', items: { type: 'object' }, description: 'Why parts of the data are null.' };
  const isQuery = operation.kind === 'query';
  return {
    name,
    title: summary,
    description,
    inputSchema: withDefinitions(inputSchema, input),
    outputSchema: withDefinitions({ type: 'object', properties: { data, errors }, required: ['data'] }, output),
    annotations: { readOnlyHint: isQuery, destructiveHint: !isQuery, openWorldHint: false },
  };
}

function withDefinitions(schema: JsonSchema, { components }: NamedSchemas): JsonSchema {
  return Object.keys(components).length > 0 ? { ...schema, $defs: components } : schema;
}
