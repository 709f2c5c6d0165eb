import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isEnumType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What an operation asks, whatever its variables, by schema coordinates. https://spec.graphql.org/draft/#sec-Schema-Coordinates */
export interface UsedFields {
  /** Its fields, as `Product.price`, the arguments that it gives, as `Query.note(id:)`, and the enums that its fields return, as `Finality`. */
  readonly fields: readonly string[];
  /** What it gives in its text: fields of input objects and values of enums; and as `$DateRange` the types that it names or gives. */
  readonly inputs: readonly string[];
}

/**
 * The schema coordinates of what an operation asks.
 * @param document valid against the schema
 * @param operationName of a document with several operations; fragments count for each of them
 */
export function usedFields(
  document: DocumentNode,
  operationName: string | undefined,
  schema: GraphQLSchema,
): UsedFields {
  const fields = new Set<string>();
  const inputs = new Set<string>();
  const types = new TypeInfo(schema);
  const operation = getOperationAST(document, operationName);
  const inputType = () => getNamedType(types.getInputType());
  const visitor = visitWithTypeInfo(types, {
    OperationDefinition: (node) => (node === operation ? undefined : false),
    VariableDefinition() {
      const type = inputType();
      if (isInputObjectType(type) || isEnumType(type)) inputs.add(`$${type.name}`);
    },
    Field(node) {
      const parent = types.getParentType()?.name;
      const { name, arguments: given = [] } = node;
      if (parent === undefined || name.value.startsWith('__')) return false;
      fields.add(`${parent}.${name.value}`);
      for (const argument of given) fields.add(`${parent}.${name.value}(${argument.name.value}:)`);
      const returned = getNamedType(types.getType());
      if (isEnumType(returned)) fields.add(returned.name);
      return undefined;
    },
    ObjectValue() {
      const type = inputType();
      if (isInputObjectType(type)) inputs.add(`$${type.name}`);
    },
    ObjectField({ name }) {
      const parent = getNamedType(types.getParentInputType());
      if (isInputObjectType(parent)) inputs.add(`${parent.name}.${name.value}`);
    },
    EnumValue({ value }) {
      const type = inputType();
      if (isEnumType(type)) inputs.add(`${type.name}.${value}`);
    },
  });
  visit(document, visitor);
  return { fields: [...fields].sort(), inputs: [...inputs].sort() };
}
