import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FieldSets } from './field-sets.ts';

/**
 * Splits an operation so that no part selects two fields whose `@requires` contradict each other. The first part holds everything
 * but the fields that contradict it; each further part only fields that contradict an earlier one, and the way to them.
 * @throws {GraphQLError} for a mutation that would have to be split: it must not run twice
 */
export function conflictFreeParts(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fieldSets: FieldSets,
): DocumentNode[] {
  if (fieldSets.conflicts.size === 0) return [document];
  const splitter = new Splitter(schema, document, fieldSets);
  const groups = splitter.groups(operation);
  if (groups.size === 0 || Math.max(...groups.values()) === 0) return [document];
  if (operation.operation !== OperationTypeNode.QUERY) {
    throw new GraphQLError(`A ${operation.operation} cannot ask together for ${[...groups.keys()].join(' and ')}.`, {
      nodes: operation,
      extensions: { code: 'OPERATION_TOO_COMPLEX' },
    });
  }
  const count = Math.max(...groups.values()) + 1;
  return Array.from({ length: count }, (_, group) => splitter.part(operation, groups, group));
}

class Splitter {
  readonly #schema: GraphQLSchema;
  readonly #conflicts: FieldSets['conflicts'];
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, document: DocumentNode, fieldSets: FieldSets) {
    this.#schema = schema;
    this.#conflicts = fieldSets.conflicts;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** The part, from 0, to which each contradicting field that the operation selects belongs. */
  groups(operation: OperationDefinitionNode): Map<string, number> {
    const selected = new Set<string>();
    this.#filter(operation.selectionSet, this.#rootType(operation), (coordinates) => {
      for (const coordinate of coordinates) selected.add(coordinate);
      return true;
    });
    const groups = new Map<string, number>();
    for (const coordinate of selected) {
      const taken = new Set([...(this.#conflicts.get(coordinate) ?? [])].map((other) => groups.get(other)));
      let group = 0;
      while (taken.has(group)) group++;
      groups.set(coordinate, group);
    }
    return groups;
  }

  /** The operation's part for one group, its fragments put in place. */
  part(operation: OperationDefinitionNode, groups: ReadonlyMap<string, number>, group: number): DocumentNode {
    const keep = (coordinates: readonly string[], leads: boolean): boolean => {
      if (coordinates.length > 0) return coordinates.some((coordinate) => groups.get(coordinate) === group);
      return group === 0 || leads;
    };
    const selectionSet = this.#filter(operation.selectionSet, this.#rootType(operation), keep);
    return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] };
  }

  /**
   * Keeps the fields that `keep` wants.
   * @param keep gets the coordinates of contradicting fields that a field may be, and whether anything below it is kept
   */
  #filter(
    set: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
    keep: (coordinates: readonly string[], leads: boolean) => boolean,
  ): SelectionSetNode {
    const selections = set.selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) {
        const type = this.#fieldType(parent, node.name.value);
        const below = node.selectionSet && this.#filter(node.selectionSet, type, keep);
        if (!keep(this.#coordinates(parent, node.name.value), (below?.selections.length ?? 0) > 0)) return [];
        return [{ ...node, selectionSet: below && orTypename(below) }];
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      if (!fragment) return [];
      const condition = fragment.typeCondition;
      const below = this.#filter(
        fragment.selectionSet,
        condition ? this.#schema.getType(condition.name.value) : parent,
        keep,
      );
      if (below.selections.length === 0) return [];
      return [
        { kind: Kind.INLINE_FRAGMENT, typeCondition: condition, directives: node.directives, selectionSet: below },
      ];
    });
    return { kind: Kind.SELECTION_SET, selections };
  }

  #coordinates(parent: GraphQLNamedType | undefined, field: string): string[] {
    const types = isAbstractType(parent) ? this.#schema.getPossibleTypes(parent) : [parent];
    return types.map((type) => `${type?.name}.${field}`).filter((coordinate) => this.#conflicts.has(coordinate));
  }

  #fieldType(parent: GraphQLNamedType | undefined, field: string): GraphQLNamedType | undefined {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
    const definition = parent.getFields()[field];
    return definition && getNamedType(definition.type);
  }

  #rootType(operation: OperationDefinitionNode): GraphQLNamedType | undefined {
    return this.#schema.getRootType(operation.operation) ?? undefined;
  }
}

function orTypename(set: SelectionSetNode): SelectionSetNode {
  if (set.selections.length > 0) return set;
  return { ...set, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };
}
