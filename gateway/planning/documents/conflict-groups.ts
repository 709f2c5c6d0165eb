import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FieldSets } from '../field-sets.ts';
import { type Demand, PlanGroups } from '../plan-groups.ts';
import { type Place, RequiredFields, withFields } from '../required-fields.ts';

/**
 * Splits an operation so that no part needs (`@requires`, `@fromContext`) one field with different arguments at one place of the answer. The
 * first part holds everything but the fields that contradict it; each further part only fields that contradict an earlier one, and the way
 * to them.
 * @param schema the whole supergraph's
 * @throws {GraphQLError} for a mutation that would have to be split: it must not run twice
 */
export function conflictFreeParts(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fieldSets: FieldSets,
): DocumentNode[] {
  if (fieldSets.disputed.size === 0) return [document];
  const splitter = new Splitter(schema, document, fieldSets);
  const first = splitter.part(operation, 0);
  const { count, disputing } = splitter.groups;
  if (count === 1) return [document];
  if (operation.operation !== OperationTypeNode.QUERY) {
    throw new GraphQLError(`A ${operation.operation} cannot ask together for ${disputing.join(' and ')}.`, {
      nodes: operation,
      extensions: { code: 'OPERATION_TOO_COMPLEX' },
    });
  }
  return [first, ...Array.from({ length: count - 1 }, (_, index) => splitter.part(operation, index + 1))];
}

class Splitter {
  /** Complete once the first part is made. */
  readonly groups = new PlanGroups();
  readonly #schema: GraphQLSchema;
  readonly #required: RequiredFields;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** By the demand around it, its place, the types of the objects on the way there, and its name. */
  readonly #demands = new Map<string, Demand>();

  constructor(schema: GraphQLSchema, document: DocumentNode, fieldSets: FieldSets) {
    this.#schema = schema;
    this.#required = new RequiredFields(schema, fieldSets);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** The operation's part for one group, its fragments put in place. */
  part(operation: OperationDefinitionNode, group: number): DocumentNode {
    const root = { path: '', type: this.#schema.getRootType(operation.operation) ?? undefined };
    const selectionSet = this.#filter(operation.selectionSet, [root], OPERATION, group);
    return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] };
  }

  /** Keeps the fields of a group, and the way to them. */
  #filter(set: SelectionSetNode, way: readonly Place[], around: Demand, group: number): SelectionSetNode {
    const selections = set.selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) return this.#field(node, way, around, group);
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      if (!fragment) return [];
      const typeCondition = fragment.typeCondition;
      const type = typeCondition && this.#schema.getType(typeCondition.name.value);
      const within = type ? way.with(-1, { path: way.at(-1)?.path ?? '', type }) : way;
      const selectionSet = this.#filter(fragment.selectionSet, within, around, group);
      if (selectionSet.selections.length === 0) return [];
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, directives: node.directives, selectionSet }];
    });
    return { kind: Kind.SELECTION_SET, selections };
  }

  #field(node: FieldNode, way: readonly Place[], around: Demand, group: number): FieldNode[] {
    const demand = this.#demand(node, way, around);
    const parent = way.at(-1);
    const definition = withFields(parent?.type)?.getFields()[node.name.value];
    const below: Place = {
      path: `${parent?.path}/${(node.alias ?? node.name).value}`,
      type: definition && getNamedType(definition.type),
    };
    const selectionSet = node.selectionSet && this.#filter(node.selectionSet, [...way, below], demand, group);
    if (demand.group !== group && (selectionSet?.selections.length ?? 0) === 0) return [];
    return [{ ...node, selectionSet: selectionSet && orTypename(selectionSet) }];
  }

  /** The demand of a field that needs something; the one around it for others, which belong where the field around them does. */
  #demand({ name }: FieldNode, way: readonly Place[], around: Demand): Demand {
    const parent = way.at(-1);
    const coordinate = `${parent?.type?.name}.${name.value}`;
    // What is required may be of any object around: at one place, it may differ with their types.
    const key = `${around.id} ${parent?.path} ${way.map(({ type }) => type?.name).join('/')} ${name.value}`;
    const known = this.#demands.get(key);
    if (known) return known;
    const required = this.#required.of(way, name.value);
    const demand = required.length > 0 ? this.groups.add(around, coordinate, required) : around;
    this.#demands.set(key, demand);
    return demand;
  }
}

const OPERATION: Demand = { id: 0, group: 0, coordinate: '', required: [] };

function orTypename(set: SelectionSetNode): SelectionSetNode {
  if (set.selections.length > 0) return set;
  return { ...set, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };
}
