import {
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  visit,
} from 'graphql';
import { type Utf8Text, utf8Text } from '../utf8-text.ts';
import type { SelectedField } from './selected-fields.ts';

/**
 * Answers one introspection field (`__schema`, `__type`) from the schema that clients see.
 * @returns the JSON text of its value; the messages of its errors
 */
export function introspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  field: SelectedField,
  variables: Readonly<Record<string, unknown>>,
): { text: Utf8Text; errors: readonly string[] } {
  const selection: FieldNode = {
    ...field.node,
    alias: undefined,
    directives: [],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: field.sets.flatMap(({ set }): readonly SelectionNode[] => set.selections),
    },
  };
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const used = usedVariables([selection, ...fragments]);
  const asked: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
  };
  const result = execute({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [asked, ...fragments] },
    variableValues: variables,
  });
  if (result instanceof Promise || !('data' in result)) throw new Error('Introspection is synchronous');
  const value = result.data?.[field.node.name.value];
  return { text: utf8Text(JSON.stringify(value ?? null)), errors: result.errors?.map((error) => error.message) ?? [] };
}

function usedVariables(nodes: readonly (FieldNode | FragmentDefinitionNode)[]): Set<string> {
  const names = new Set<string>();
  for (const node of nodes) visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}
