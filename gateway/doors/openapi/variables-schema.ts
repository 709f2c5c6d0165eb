import { described, type JsonSchema } from './json-schema.ts';
import type { NamedSchemas } from './named-schemas.ts';
import type { OperationVariable } from './operation-variables.ts';

/** The schema of all variables of an operation as one object. */
export function variablesSchema(variables: readonly OperationVariable[], named: NamedSchemas): JsonSchema {
  const required = variables.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const properties = Object.fromEntries(variables.map((variable) => [variable.name, ofVariable(variable, named)]));
  return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false };
}

function ofVariable({ type, description, defaultValue }: OperationVariable, named: NamedSchemas): JsonSchema {
  const schema = described(named.input(type), description);
  return defaultValue === undefined ? schema : { ...schema, default: defaultValue };
}
