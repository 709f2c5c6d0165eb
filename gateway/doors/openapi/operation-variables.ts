import {
  type GraphQLInputType,
  type GraphQLSchema,
  getOperationAST,
  isInputType,
  isNonNullType,
  Kind,
  TypeInfo,
  typeFromAST,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';

/** One variable of an operation, with what is known of it. */
export interface OperationVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
  readonly defaultValue: unknown;
  /** That of the first argument or input field which takes it. */
  readonly description: string | undefined;
  readonly example: unknown;
}

/** The variables of an operation, in its order. */
export function operationVariables(schema: GraphQLSchema, operation: RegisteredOperation): OperationVariable[] {
  const { document } = operation;
  const descriptions = descriptionsOf(schema, operation);
  const examples = examplesOf(operation);
  return (getOperationAST(document)?.variableDefinitions ?? []).flatMap((definition): OperationVariable[] => {
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) return [];
    const name = definition.variable.name.value;
    const { defaultValue } = definition;
    return [
      {
        name,
        type,
        isRequired: isNonNullType(type) && defaultValue === undefined,
        defaultValue: defaultValue && valueFromAST(defaultValue, type),
        description: descriptions.get(name),
        example: Object.hasOwn(examples, name) ? examples[name] : undefined,
      },
    ];
  });
}

/** The example variables of an operation; none where there are none, or they can't be read. */
export function examplesOf({ example }: RegisteredOperation): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(example ?? '{}');
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function descriptionsOf(schema: GraphQLSchema, { document }: RegisteredOperation): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const types = new TypeInfo(schema);
  const note = (name: string, description: string | null | undefined) => {
    if (description && !found.has(name)) found.set(name, description);
  };
  const visitor = visitWithTypeInfo(types, {
    Argument({ value }) {
      if (value.kind === Kind.VARIABLE) note(value.name.value, types.getArgument()?.description);
    },
    ObjectField({ name, value }) {
      const parent = types.getParentInputType();
      const fields = parent && 'getFields' in parent ? parent.getFields() : {};
      if (value.kind === Kind.VARIABLE) note(value.name.value, fields[name.value]?.description);
    },
  });
  visit(document, visitor);
  return found;
}
