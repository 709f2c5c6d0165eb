import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * The document with each root field of a mutation selected once, where it is met first. The planner has a field run twice that is selected under
 * two conditions, and some that are selected twice run behind others.
 * @throws {GraphQLError} where its conditions leave open when it runs; `OPERATION_TOO_COMPLEX`
 */
export function withRootFieldsOnce(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const found = [...rootFields(operation.selectionSet, document, new Map())];
  const fields = new Map<string, RootField>();
  for (const next of found) {
    const key = (next.node.alias ?? next.node.name).value;
    const first = fields.get(key);
    if (!first) fields.set(key, next);
    else fields.set(key, joined(first, next, [...fields.keys()].at(-1) === key));
  }
  if (fields.size === found.length || fields.size === 0) return document;
  const selections = [...fields.values()].map(({ node, conditions }) => under(conditions.values(), node));
  const once = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
  return { ...document, definitions: document.definitions.map((each) => (each === operation ? once : each)) };
}

/** A root field, and the directives under which it runs, by their texts. */
interface RootField {
  readonly node: FieldNode;
  readonly conditions: ReadonlyMap<string, DirectiveNode>;
}

function* rootFields(
  { selections }: SelectionSetNode,
  document: DocumentNode,
  outer: RootField['conditions'],
): Generator<RootField> {
  for (const node of selections) {
    const conditions = new Map(outer);
    for (const each of node.directives ?? []) if (isCondition(each)) conditions.set(print(each), each);
    if (node.kind === Kind.FIELD) {
      yield { node: { ...node, directives: node.directives?.filter((each) => !isCondition(each)) }, conditions };
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragmentOf(document, node.name.value);
    if (fragment) yield* rootFields(fragment.selectionSet, document, conditions);
  }
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'include' || name.value === 'skip';
}

function fragmentOf({ definitions }: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return definitions.find(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
  );
}

/** @param together whether no other field stands between them */
function joined(first: RootField, next: RootField, together: boolean): RootField {
  if (holds(first.conditions, next.conditions)) return withSelections(first, next);
  if (together && holds(next.conditions, first.conditions)) return withSelections(next, first);
  const name = next.node.name.value;
  throw new GraphQLError(`A mutation cannot select ${name} twice, each time under another condition.`, {
    nodes: [first.node, next.node],
    extensions: { code: 'OPERATION_TOO_COMPLEX' },
  });
}

/** Whether these conditions hold wherever others do. */
function holds(some: RootField['conditions'], others: RootField['conditions']): boolean {
  return [...some.keys()].every((text) => others.has(text));
}

/** A field that selects what another one does, too, under whatever that one has of conditions beside. */
function withSelections({ node, conditions }: RootField, other: RootField): RootField {
  if (!node.selectionSet) return { node, conditions };
  const beside = [...other.conditions].flatMap(([text, condition]) => (conditions.has(text) ? [] : [condition]));
  const added = (other.node.selectionSet?.selections ?? []).map((selection) => under(beside, selection));
  const selections = [...node.selectionSet.selections, ...added];
  return { node: { ...node, selectionSet: { ...node.selectionSet, selections } }, conditions };
}

function under(conditions: Iterable<DirectiveNode>, node: SelectionNode): SelectionNode {
  let inner = node;
  for (const condition of conditions) {
    const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [inner] };
    inner = { kind: Kind.INLINE_FRAGMENT, directives: [condition], selectionSet };
  }
  return inner;
}
