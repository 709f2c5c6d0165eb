/** A JSON Schema, as OpenAPI 3.1 has it. https://json-schema.org/draft/2020-12/json-schema-core */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of something that may be null as well. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, ...rest } = schema;
  if (typeof type === 'string' && !('enum' in schema)) return { type: [type, 'null'], ...rest };
  // What admits everything admits null.
  return Object.keys(schema).every((key) => key === 'description') ? schema : { anyOf: [schema, { type: 'null' }] };
}

/** The schema with a description, where there is one. */
export function described(schema: JsonSchema, description: string | null | undefined): JsonSchema {
  return description ? { ...schema, description } : schema;
}
