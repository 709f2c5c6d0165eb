import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Refusal } from '../guard/refusal.ts';

/** An operation without what its callers may not read. */
interface Permitted {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** What was left out: coordinates (`Type.field`) or names of types, each with the reason. */
  readonly refused: ReadonlyMap<string, string>;
}

/**
 * Leaves out of an operation what a refusal refuses, so that nothing of it is fetched. Where some types of an interface refuse a field, it is
 * asked of the others. What becomes empty asks for `__typename`: whether an object is there, and at interfaces and unions of which type.
 */
export function withoutRefused(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  refusal: Refusal,
): Permitted {
  const filter = new Filter(schema, document, refusal);
  const root = schema.getRootType(operation.operation) ?? undefined;
  const permitted = { ...operation, selectionSet: filter.whole(operation.selectionSet, root) };
  return {
    document: { kind: Kind.DOCUMENT, definitions: [permitted, ...filter.fragments()] },
    operation: permitted,
    refused: filter.refused,
  };
}

class Filter {
  readonly refused = new Map<string, string>();
  readonly #schema: GraphQLSchema;
  readonly #refusal: Refusal;
  readonly #originals = new Map<string, FragmentDefinitionNode>();
  /** Fragments without what is refused; undefined where nothing is left. */
  readonly #filtered = new Map<string, FragmentDefinitionNode | undefined>();

  constructor(schema: GraphQLSchema, document: DocumentNode, refusal: Refusal) {
    this.#schema = schema;
    this.#refusal = refusal;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#originals.set(definition.name.value, definition);
    }
  }

  /** The fragments that are still spread, or stand within introspection. */
  fragments(): FragmentDefinitionNode[] {
    const ofSchema = [...this.#originals.values()].filter((each) => each.typeCondition.name.value.startsWith('__'));
    return [...new Set([...[...this.#filtered.values()].filter((each) => each !== undefined), ...ofSchema])];
  }

  /** The selection of a field, which must not be empty. */
  whole(set: SelectionSetNode, type: GraphQLNamedType | undefined): SelectionSetNode {
    const filtered = this.#set(set, type, this.#objectsOf(type));
    const tells = isAbstractType(type) && (filtered !== set || this.#refusal.ofSome(this.#schema, type));
    return tells || filtered.selections.length === 0 ? withTypename(filtered) : filtered;
  }

  /**
   * A selection without what is refused: the same where nothing is.
   * @param type of which the selection is
   * @param objects the types that may stand there
   */
  #set(set: SelectionSetNode, type: GraphQLNamedType | undefined, objects: Objects): SelectionSetNode {
    const selections = set.selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) return this.#field(node, type, objects);
      if (node.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(node.name.value) ? [node] : [];
      return this.#inline(node, type, objects);
    });
    const same =
      selections.length === set.selections.length && selections.every((node, at) => node === set.selections[at]);
    return same ? set : { ...set, selections };
  }

  #inline(node: InlineFragmentNode, type: GraphQLNamedType | undefined, objects: Objects): SelectionNode[] {
    const condition = node.typeCondition && this.#schema.getType(node.typeCondition.name.value);
    const meant = condition ? this.#objectsOf(condition) : objects;
    const within = objects.filter((object) => meant.includes(object));
    if (within.length > 0 && within.every(({ name }) => this.#refusesObjects(name))) return [];
    const set = this.#set(node.selectionSet, condition ?? type, within);
    if (set === node.selectionSet) return [node];
    return set.selections.length > 0 ? [{ ...node, selectionSet: set }] : [];
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined, objects: Objects): SelectionNode[] {
    const name = node.name.value;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) return [node];
    const open = objects.filter((object) => !this.#refuses(object.name, name));
    if (open.length === 0 && objects.length > 0) return [];
    const selectionSet = node.selectionSet && this.whole(node.selectionSet, getNamedType(field.type));
    const asked = selectionSet === node.selectionSet ? node : { ...node, selectionSet };
    if (open.length === objects.length) return [asked];
    return open.map((object) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: object.name } },
      selectionSet: { kind: Kind.SELECTION_SET, selections: [asked] },
    }));
  }

  /** Whether a field of objects of one type is refused, or the objects are. */
  #refuses(type: string, field: string): boolean {
    const reason = this.#refusal.ofField(type, field);
    if (reason) this.refused.set(`${type}.${field}`, reason.message);
    return reason !== undefined || this.#refusesObjects(type);
  }

  #refusesObjects(type: string): boolean {
    const reason = this.#refusal.ofType(type);
    if (reason) this.refused.set(type, reason.message);
    return reason !== undefined;
  }

  #fragment(name: string): FragmentDefinitionNode | undefined {
    if (this.#filtered.has(name)) return this.#filtered.get(name);
    const original = this.#originals.get(name);
    const type = original && this.#schema.getType(original.typeCondition.name.value);
    const selectionSet = original && this.#set(original.selectionSet, type, this.#objectsOf(type));
    const filtered = selectionSet && selectionSet.selections.length > 0 ? { ...original, selectionSet } : undefined;
    this.#filtered.set(name, filtered);
    return filtered;
  }

  #objectsOf(type: GraphQLNamedType | undefined): Objects {
    if (isAbstractType(type)) return this.#schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }
}

/** The object types that may stand at a place. */
type Objects = readonly GraphQLObjectType[];

function withTypename(set: SelectionSetNode): SelectionSetNode {
  return {
    ...set,
    selections: [...set.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
  };
}
