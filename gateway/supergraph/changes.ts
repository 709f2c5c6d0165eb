import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** One change of a schema. */
export interface SchemaChange {
  readonly message: string;
  /** What changed, as a schema coordinate. */
  readonly path: string | undefined;
  readonly type: string;
  /**
   * What clients use who notice it: a field, an argument as `Query.note(id:)`, a field of an input object, a value of an enum, or a type; undefined
   * where usage can't tell, as of members of a union.
   */
  readonly coordinate: string | undefined;
  /** Whether it is about what clients give, and not what they select. */
  readonly isInput: boolean;
}

/** Changes by what they do to clients: breaking ones refuse documents that worked, dangerous ones may surprise clients that run on. */
export interface SchemaChanges {
  readonly breaking: readonly SchemaChange[];
  readonly dangerous: readonly SchemaChange[];
  readonly safe: readonly SchemaChange[];
}

/** How the schema that clients see differs between two supergraphs. */
export async function apiChanges(before: string, after: string): Promise<SchemaChanges> {
  const schema = apiSchemaOf(before);
  const changes = await diff(schema, apiSchemaOf(after));
  const of = (level: CriticalityLevel): SchemaChange[] =>
    changes
      .filter((change) => change.criticality.level === level)
      .map(({ message, path, type }) => ({
        message,
        path,
        type: String(type),
        coordinate: path === undefined ? undefined : coordinateOf(String(type), path, schema),
        isInput: path !== undefined && isOfInputs(path, schema),
      }));
  return {
    breaking: of(CriticalityLevel.Breaking),
    dangerous: of(CriticalityLevel.Dangerous),
    safe: of(CriticalityLevel.NonBreaking),
  };
}

/** Changes that who selects the field notices. */
const OF_FIELDS: ReadonlySet<string> = new Set([
  ChangeType.FieldRemoved,
  ChangeType.FieldTypeChanged,
  ChangeType.FieldArgumentAdded,
]);
/** Changes that who gives the argument notices. */
const OF_ARGUMENTS: ReadonlySet<string> = new Set([
  ChangeType.FieldArgumentRemoved,
  ChangeType.FieldArgumentTypeChanged,
]);

/** Changes that who gives the field of an input object, or gives or reads the value of an enum, notices. */
const OF_MEMBERS: ReadonlySet<string> = new Set([
  ChangeType.InputFieldRemoved,
  ChangeType.InputFieldTypeChanged,
  ChangeType.EnumValueRemoved,
]);
/** Changes that whoever uses the type notices. */
const OF_TYPES: ReadonlySet<string> = new Set([
  ChangeType.InputFieldAdded,
  ChangeType.TypeRemoved,
  ChangeType.TypeKindChanged,
]);

/** @param path as graphql-inspector has it: `Type.field.argument` */
function coordinateOf(type: string, path: string, schema: GraphQLSchema): string | undefined {
  const [typeName = '', field, argument] = path.split('.');
  if (OF_FIELDS.has(type)) return `${typeName}.${field}`;
  if (OF_ARGUMENTS.has(type)) return `${typeName}.${field}(${argument}:)`;
  if (OF_MEMBERS.has(type)) return `${typeName}.${field}`;
  const named = schema.getType(typeName);
  const isUsed = isObjectType(named) || isInterfaceType(named) || isInputObjectType(named) || isEnumType(named);
  return OF_TYPES.has(type) && isUsed ? typeName : undefined;
}

function isOfInputs(path: string, schema: GraphQLSchema): boolean {
  const named = schema.getType(path.split('.')[0] ?? '');
  return isInputObjectType(named) || isEnumType(named);
}

/** The schema that clients see of a supergraph. */
function apiSchemaOf(sdl: string): GraphQLSchema {
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES };
  return Supergraph.build(sdl, options).apiSchema().toGraphQLJSSchema();
}
