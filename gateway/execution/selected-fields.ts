import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Refusal } from '../guard/refusal.ts';
import type { DeferredFragment } from '../planning/documents/deferred-fragments.ts';
import type { Included } from './places/positions.ts';

/** A selection set, and the deferred fragment that it stands in. */
export interface SelectedSet {
  readonly set: SelectionSetNode;
  readonly fragment: DeferredFragment | undefined;
}

/** A field of the answer: what the client's selection says of one response key. */
export interface SelectedField {
  /** The key under which the plan's fetches bring it. */
  readonly key: string;
  readonly node: FieldNode;
  readonly sets: readonly SelectedSet[];
  /**
   * The deferred fragments that deliver it, whichever comes first; none where it is not deferred. A fragment within another of them
   * is left out: it comes later.
   */
  readonly owners: readonly DeferredFragment[];
}

/** A field while it is collected. */
interface Found {
  readonly key: string;
  readonly node: FieldNode;
  readonly sets: SelectedSet[];
  /** The deferred fragments that select it; undefined where it is selected outside any. */
  fragments: Set<DeferredFragment> | undefined;
}

/** Collects fields as the GraphQL specification's CollectFields does, the values of conditions being known. */
export class Selections {
  readonly #schema: GraphQLSchema;
  readonly #included: Included;
  readonly #undecided: Included | undefined;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #deferred: ReadonlyMap<string, DeferredFragment>;
  readonly #refusal: Refusal | undefined;

  /**
   * @param deferred by their labels; fragments with others are not deferred
   * @param refusal what may not be read
   * @param undecided whether it can't be decided if a selection is included; absent where it always can
   */
  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    included: Included,
    deferred: ReadonlyMap<string, DeferredFragment> = new Map(),
    refusal?: Refusal,
    undecided?: Included,
  ) {
    this.#schema = schema;
    this.#included = included;
    this.#undecided = undecided;
    this.#deferred = deferred;
    this.#refusal = refusal;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** Whether anything is deferred. */
  get defers(): boolean {
    return this.#deferred.size > 0;
  }

  /** The fields of an object of this type, in the order of the client's selection. */
  ofType(type: GraphQLObjectType | GraphQLInterfaceType, sets: readonly SelectedSet[]): SelectedField[] {
    return this.#collect(sets, (condition) => this.#applies(type, condition));
  }

  /** Whether the fields of an object of this type can't be collected, since a condition is null. */
  isUndecided(type: GraphQLObjectType | GraphQLInterfaceType, sets: readonly SelectedSet[]): boolean {
    const isUndecided = this.#undecided;
    if (!isUndecided) return false;
    let undecided = false;
    this.#collect(sets, (condition) => this.#applies(type, condition), {
      visit: (node) => {
        undecided ||= isUndecided(node);
      },
    });
    return undecided;
  }

  /**
   * The deferred fragments that stand directly at an object, outer ones first, each with its selection.
   * @param type of the object; undefined for any
   */
  deferredAt(
    type: GraphQLObjectType | GraphQLInterfaceType | undefined,
    sets: readonly SelectedSet[],
  ): { readonly fragment: DeferredFragment; readonly set: SelectionSetNode }[] {
    const met = new Map<DeferredFragment, SelectionSetNode>();
    if (this.#deferred.size > 0) this.#collect(sets, (condition) => !type || this.#applies(type, condition), { met });
    return [...met].map(([fragment, set]) => ({ fragment, set }));
  }

  /** The fields of objects of whatever type, for finding out what the answer needs. */
  ofAnyType(sets: readonly SelectedSet[]): SelectedField[] {
    return this.#collect(sets, () => true);
  }

  /** Whether the selection reads the same of every object of an interface, so that its type need not be known. */
  sameForAll(type: GraphQLInterfaceType, sets: readonly SelectedSet[]): boolean {
    let same = !this.#refusal?.ofSome(this.#schema, type);
    const objects = this.#schema.getPossibleTypes(type);
    const fields = this.#collect(sets, (condition, set) => {
      const applies = this.#applies(type, condition);
      same &&= applies || this.#isEmpty(this.#among(objects, condition), set);
      return applies;
    });
    return same && fields.every(({ node }) => node.name.value !== '__typename' && !this.#isRefused(type, node));
  }

  /** Whether some types of an interface refuse a field. */
  #isRefused(type: GraphQLInterfaceType, { name }: FieldNode): boolean {
    if (!this.#refusal) return false;
    return this.#schema.getPossibleTypes(type).some((object) => this.#refusal?.ofField(object.name, name.value));
  }

  /** Whether a selection has nothing for any of these objects, be it for its conditions or for its types, and fails nowhere. */
  #isEmpty(objects: readonly GraphQLObjectType[], set: SelectionSetNode): boolean {
    if (objects.length === 0) return true;
    return set.selections.every((node) => {
      if (this.#undecided?.(node)) return false;
      if (!this.#included(node)) return true;
      if (node.kind === Kind.FIELD) return false;
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      if (!fragment) return true;
      const condition = fragment.typeCondition?.name.value;
      return this.#isEmpty(condition ? this.#among(objects, condition) : objects, fragment.selectionSet);
    });
  }

  #among(objects: readonly GraphQLObjectType[], condition: string): readonly GraphQLObjectType[] {
    return objects.filter((object) => this.#applies(object, condition));
  }

  #applies(type: GraphQLObjectType | GraphQLInterfaceType, condition: string): boolean {
    if (condition === type.name) return true;
    const abstract = this.#schema.getType(condition);
    return isAbstractType(abstract) && this.#schema.isSubType(abstract, type);
  }

  #deferredAs({ directives = [] }: InlineFragmentNode): DeferredFragment | undefined {
    if (this.#deferred.size === 0) return undefined;
    const defer = directives.find(({ name }) => name.value === 'defer');
    const label = defer?.arguments?.find(({ name }) => name.value === 'label')?.value;
    return label?.kind === Kind.STRING ? this.#deferred.get(label.value) : undefined;
  }

  #collect(
    sets: readonly SelectedSet[],
    applies: (condition: string, set: SelectionSetNode) => boolean,
    { met, visit }: Gathering = {},
  ): SelectedField[] {
    const fields = new Map<string, Found>();
    const spread = new Set<string>();
    const collect = (set: SelectionSetNode, within: DeferredFragment | undefined): void => {
      for (const node of set.selections) {
        // A fragment that was spread is not looked at again, nor are its conditions.
        if (node.kind === Kind.FRAGMENT_SPREAD && spread.has(visitName(node.name.value, within))) continue;
        visit?.(node);
        if (!this.#included(node)) continue;
        if (node.kind === Kind.FIELD) {
          addField(fields, node, within);
        } else if (node.kind === Kind.INLINE_FRAGMENT) {
          if (node.typeCondition && !applies(node.typeCondition.name.value, node.selectionSet)) continue;
          const fragment = this.#deferredAs(node);
          if (fragment) met?.set(fragment, node.selectionSet);
          collect(node.selectionSet, fragment ?? within);
        } else {
          spread.add(visitName(node.name.value, within));
          const fragment = this.#fragments.get(node.name.value);
          if (fragment && applies(fragment.typeCondition.name.value, fragment.selectionSet))
            collect(fragment.selectionSet, within);
        }
      }
    };
    for (const { set, fragment } of sets) collect(set, fragment);
    return [...fields.values()].map(({ key, node, sets: below, fragments }) => ({
      key,
      node,
      sets: below,
      owners: ownersAmong(fragments),
    }));
  }
}

/** What is gathered beside fields. */
interface Gathering {
  /** The deferred fragments on the way. */
  readonly met?: Map<DeferredFragment, SelectionSetNode>;
  /** Called with each selection whose conditions decide what is collected. */
  readonly visit?: (node: SelectionNode) => void;
}

/** A fragment's fields are the same wherever it is spread, but for the deferred fragment that they belong to. */
function visitName(name: string, within: DeferredFragment | undefined): string {
  return within ? `${name} ${within.id}` : name;
}

function addField(fields: Map<string, Found>, node: FieldNode, within: DeferredFragment | undefined): void {
  const key = node.alias?.value ?? node.name.value;
  let found = fields.get(key);
  if (!found) {
    found = { key, node, sets: [], fragments: new Set() };
    fields.set(key, found);
  }
  if (node.selectionSet) found.sets.push({ set: node.selectionSet, fragment: within });
  if (within) found.fragments?.add(within);
  else found.fragments = undefined;
}

const NONE: readonly DeferredFragment[] = [];

function ownersAmong(fragments: ReadonlySet<DeferredFragment> | undefined): readonly DeferredFragment[] {
  if (!fragments) return NONE;
  return [...fragments]
    .filter((fragment) => {
      for (let around = fragment.parent; around; around = around.parent) if (fragments.has(around)) return false;
      return true;
    })
    .sort((one, other) => one.id - other.id);
}
