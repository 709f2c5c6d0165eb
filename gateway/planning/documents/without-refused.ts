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
import type { Refusal } from '../../guard/refusal.ts';
import type { Sliced } from '../../process/slices.ts';
import { type Objects, PossibleObjects } from '../../supergraph/possible-objects.ts';
import { CopyLimit, sum, WEIGHTLESS, type Weight, weightOf } from './copy-weight.ts';
import { SharedSelections } from './shared-selections.ts';

/** An operation without what its callers may not read. */
interface Permitted {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** What was left out: coordinates (`Type.field`) or names of types, each with the reason. */
  readonly refused: ReadonlyMap<string, string>;
}

/** What to leave out, and how much may come of it. */
interface Rewriting {
  readonly refusal: Refusal;
  /** Most that may be added to what the client selects, in fields. */
  readonly copyLimit: number;
}

/**
 * Leaves out of an operation what a refusal refuses, so that nothing of it is fetched. Where some types of an interface refuse a field, it is
 * asked of the others, each for itself; what it selects becomes a fragment that they share, so that the document grows no more than by their
 * number at each field. What becomes empty asks for `__typename`: whether an object is there, and at interfaces and unions of which type.
 * @throws {GraphQLError} where what is asked of several types comes to more than the limit; `OPERATION_TOO_COMPLEX`
 */
export function* withoutRefused(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { refusal, copyLimit }: Rewriting,
): Sliced<Permitted> {
  const filter = new Filter(schema, document, refusal, copyLimit);
  const root = schema.getRootType(operation.operation) ?? undefined;
  const { set: selectionSet } = yield* filter.whole(operation.selectionSet, root);
  const permitted = { ...operation, selectionSet };
  return {
    document: { kind: Kind.DOCUMENT, definitions: [permitted, ...filter.fragments()] },
    operation: permitted,
    refused: filter.refused,
  };
}

/** What is left of a selection set. */
interface KeptSet {
  readonly set: SelectionSetNode;
  readonly weight: Weight;
}

/** What is left of a selection: nothing, itself, or one for each of some types. */
interface Kept {
  readonly nodes: readonly SelectionNode[];
  readonly weight: Weight;
}

const NOTHING: Kept = { nodes: [], weight: WEIGHTLESS };

/** What is left of a fragment; no definition where nothing is. */
interface KeptFragment {
  readonly definition: FragmentDefinitionNode | undefined;
  readonly weight: Weight;
}

/** Where a field stands, and what it leads to. */
interface Place {
  readonly parent: GraphQLNamedType;
  readonly type: GraphQLNamedType;
}

class Filter {
  readonly refused = new Map<string, string>();
  readonly #schema: GraphQLSchema;
  readonly #refusal: Refusal;
  readonly #limit: CopyLimit;
  readonly #objects: PossibleObjects;
  readonly #open = new Map<Objects, Map<string, Objects>>();
  readonly #originals = new Map<string, FragmentDefinitionNode>();
  readonly #filtered = new Map<string, KeptFragment>();
  readonly #shared = new SharedSelections((name) => this.#originals.has(name));

  constructor(schema: GraphQLSchema, document: DocumentNode, refusal: Refusal, copyLimit: number) {
    this.#schema = schema;
    this.#refusal = refusal;
    this.#limit = new CopyLimit(copyLimit);
    this.#objects = new PossibleObjects(schema);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#originals.set(definition.name.value, definition);
    }
  }

  /** The fragments that are still spread, or stand within introspection. */
  fragments(): FragmentDefinitionNode[] {
    const ofSchema = [...this.#originals.values()].filter((each) => each.typeCondition.name.value.startsWith('__'));
    const filtered = [...this.#filtered.values()].flatMap(({ definition }) => definition ?? []);
    return [...new Set([...filtered, ...this.#shared.fragments, ...ofSchema])];
  }

  /** The selection of a field, which must not be empty. */
  *whole(set: SelectionSetNode, type: GraphQLNamedType | undefined): Sliced<KeptSet> {
    const { set: filtered, weight } = yield* this.#set(set, type, this.#objects.of(type));
    const tells = isAbstractType(type) && (filtered !== set || this.#refusal.ofSome(this.#schema, type));
    return { set: tells || filtered.selections.length === 0 ? withTypename(filtered) : filtered, weight };
  }

  /**
   * A selection without what is refused: the same where nothing is.
   * @param type of which the selection is
   * @param objects the types that may stand there
   */
  *#set(set: SelectionSetNode, type: GraphQLNamedType | undefined, objects: Objects): Sliced<KeptSet> {
    const selections: SelectionNode[] = [];
    let weight = WEIGHTLESS;
    for (const node of set.selections) {
      yield;
      const kept = yield* this.#selection(node, type, objects);
      for (const each of kept.nodes) selections.push(each);
      weight = this.#limit.kept(sum(weight, kept.weight));
    }
    const same =
      selections.length === set.selections.length && selections.every((node, at) => node === set.selections[at]);
    return { set: same ? set : { ...set, selections }, weight };
  }

  *#selection(node: SelectionNode, type: GraphQLNamedType | undefined, objects: Objects): Sliced<Kept> {
    if (node.kind === Kind.FIELD) return yield* this.#field(node, type, objects);
    if (node.kind === Kind.INLINE_FRAGMENT) return yield* this.#inline(node, type, objects);
    const { definition, weight } = yield* this.#fragment(node.name.value);
    return definition ? { nodes: [node], weight } : NOTHING;
  }

  *#inline(node: InlineFragmentNode, type: GraphQLNamedType | undefined, objects: Objects): Sliced<Kept> {
    const condition = node.typeCondition && this.#schema.getType(node.typeCondition.name.value);
    const within = condition ? this.#objects.among(objects, condition) : objects;
    if (within.length > 0 && within.every(({ name }) => this.#refusesObjects(name))) return NOTHING;
    const { set, weight } = yield* this.#set(node.selectionSet, condition ?? type, within);
    if (set === node.selectionSet) return { nodes: [node], weight };
    return set.selections.length > 0 ? { nodes: [{ ...node, selectionSet: set }], weight } : NOTHING;
  }

  *#field(node: FieldNode, parent: GraphQLNamedType | undefined, objects: Objects): Sliced<Kept> {
    const own = weightOf(node);
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!parent || !field) return { nodes: [node], weight: own };
    const open = this.#openAmong(objects, node.name.value);
    if (open.length === 0 && objects.length > 0) return NOTHING;
    const type = getNamedType(field.type);
    const below = node.selectionSet && (yield* this.whole(node.selectionSet, type));
    const weight = below ? sum(own, below.weight) : own;
    const asked = below?.set === node.selectionSet ? node : { ...node, selectionSet: below?.set };
    if (open.length === objects.length) return { nodes: [asked], weight };
    const copied = this.#limit.copied(weight, open.length);
    return { nodes: this.#copies(asked, { parent, type }, open), weight: copied };
  }

  /** A field for each of some types. */
  #copies(field: FieldNode, { parent, type: returned }: Place, types: Objects): readonly SelectionNode[] {
    const [only, ...others] = types;
    if (only && others.length === 0) return [onType(only, field)];
    const { selectionSet } = field;
    const asked = selectionSet ? { ...field, selectionSet: this.#shared.share(selectionSet, returned) } : field;
    const selections = types.map((type) => onType(type, asked));
    return this.#shared.share({ kind: Kind.SELECTION_SET, selections }, parent).selections;
  }

  /** Those of some types that do not refuse a field. */
  #openAmong(objects: Objects, field: string): Objects {
    const known = this.#open.get(objects) ?? new Map<string, Objects>();
    this.#open.set(objects, known);
    let open = known.get(field);
    if (!open) {
      open = objects.filter((object) => !this.#refuses(object.name, field));
      known.set(field, open);
    }
    return open;
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

  *#fragment(name: string): Sliced<KeptFragment> {
    const known = this.#filtered.get(name);
    if (known) return known;
    const original = this.#originals.get(name);
    const type = original && this.#schema.getType(original.typeCondition.name.value);
    const kept = original && (yield* this.#set(original.selectionSet, type, this.#objects.of(type)));
    const definition = kept && kept.set.selections.length > 0 ? { ...original, selectionSet: kept.set } : undefined;
    const fragment = { definition, weight: definition && kept ? kept.weight : WEIGHTLESS };
    this.#filtered.set(name, fragment);
    return fragment;
  }
}

function onType({ name }: GraphQLObjectType, field: FieldNode): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  };
}

function withTypename(set: SelectionSetNode): SelectionSetNode {
  return {
    ...set,
    selections: [...set.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
  };
}
