import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A place in an answer. */
export type Path = readonly (string | number)[];

type Variables = Readonly<Record<string, unknown>>;

/** The most places that one failed fetch is told at. */
const PATH_LIMIT = 1000;

/**
 * Where in a subgraph's answer the fields stand that a fetch asked for: the root fields, or the fields of each entity.
 * @param document the fetch's GraphQL text
 * @param variables its variables, representations among them
 */
export function askedPaths(document: string, variables: Variables): Path[] {
  const { definitions } = parse(document, { noLocation: true });
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return [];
  const fragments = new Map(
    definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const scope: Scope = { operation, fragments, variables };
  const roots = fieldsOf(operation.selectionSet, undefined, scope);
  const entities = roots.find((field) => field.name.value === '_entities');
  if (!entities?.selectionSet) return roots.map((field) => [responseName(field)]);
  const { selectionSet } = entities;
  return representationsOf(variables)
    .flatMap(({ __typename }, index) =>
      fieldsOf(selectionSet, __typename, scope).map(
        (field): Path => [responseName(entities), index, responseName(field)],
      ),
    )
    .slice(0, PATH_LIMIT);
}

interface Scope {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
}

function representationsOf({ representations }: Variables): { __typename?: string }[] {
  return Array.isArray(representations) ? representations : [];
}

/** The fields of a selection that a type has; of fragments on other types only where none is on this one (it may implement them). */
function fieldsOf(set: SelectionSetNode, typename: string | undefined, scope: Scope): FieldNode[] {
  const included = set.selections.filter((selection) => isIncluded(selection, scope));
  const conditions = included.map((selection) => typeConditionOf(selection, scope));
  const exact = typename !== undefined && conditions.includes(typename);
  return included.flatMap((selection, index) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [] : [selection];
    const condition = conditions[index];
    if (exact && condition !== undefined && condition !== typename) return [];
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
    return inner ? fieldsOf(inner.selectionSet, typename, scope) : [];
  });
}

function typeConditionOf(selection: SelectionNode, { fragments }: Scope): string | undefined {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection.typeCondition?.name.value;
  if (selection.kind === Kind.FRAGMENT_SPREAD) return fragments.get(selection.name.value)?.typeCondition.name.value;
  return undefined;
}

/** Whether @skip and @include leave the selection in. */
function isIncluded(selection: SelectionNode, { operation, variables }: Scope): boolean {
  return (selection.directives ?? []).every(({ name, arguments: given }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN) return value.value === (name.value === 'include');
    if (value?.kind !== Kind.VARIABLE) return true;
    const declared = operation.variableDefinitions?.find((each) => each.variable.name.value === value.name.value);
    const preset = declared?.defaultValue?.kind === Kind.BOOLEAN ? declared.defaultValue.value : undefined;
    return (variables[value.name.value] ?? preset) === (name.value === 'include');
  });
}

function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
