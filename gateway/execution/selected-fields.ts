import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Included } from './positions.ts';

/** A field of the answer: what the client's selection says of one response key. */
export interface SelectedField {
  /** The key under which the plan's fetches bring it. */
  readonly key: string;
  readonly node: FieldNode;
  readonly sets: readonly SelectionSetNode[];
}

/** Collects fields as the GraphQL specification's CollectFields does, the values of conditions being known. */
export class Selections {
  readonly #schema: GraphQLSchema;
  readonly #included: Included;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, document: DocumentNode, included: Included) {
    this.#schema = schema;
    this.#included = included;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** The fields of an object of this type, in the order of the client's selection. */
  ofType(type: GraphQLObjectType | GraphQLInterfaceType, sets: readonly SelectionSetNode[]): SelectedField[] {
    return this.#collect(sets, (condition) => this.#applies(type, condition));
  }

  /** The fields of objects of whatever type, for finding out what the answer needs. */
  ofAnyType(sets: readonly SelectionSetNode[]): SelectedField[] {
    return this.#collect(sets, () => true);
  }

  /** Whether the selection reads the same of every object of an interface, so that its type need not be known. */
  sameForAll(type: GraphQLInterfaceType, sets: readonly SelectionSetNode[]): boolean {
    let same = true;
    const fields = this.#collect(sets, (condition, set) => {
      const applies = this.#applies(type, condition);
      same &&= applies || this.#isEmpty(set);
      return applies;
    });
    return same && fields.every(({ node }) => node.name.value !== '__typename');
  }

  /** Whether conditions leave nothing of a selection. */
  #isEmpty(set: SelectionSetNode): boolean {
    return set.selections.every((node) => {
      if (!this.#included(node)) return true;
      if (node.kind === Kind.FIELD) return false;
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      return fragment === undefined || this.#isEmpty(fragment.selectionSet);
    });
  }

  #applies(type: GraphQLObjectType | GraphQLInterfaceType, condition: string): boolean {
    if (condition === type.name) return true;
    const abstract = this.#schema.getType(condition);
    return isAbstractType(abstract) && this.#schema.isSubType(abstract, type);
  }

  #collect(
    sets: readonly SelectionSetNode[],
    applies: (condition: string, set: SelectionSetNode) => boolean,
  ): SelectedField[] {
    const fields = new Map<string, { key: string; node: FieldNode; sets: SelectionSetNode[] }>();
    const spread = new Set<string>();
    const collect = (set: SelectionSetNode): void => {
      for (const node of set.selections) {
        if (!this.#included(node)) continue;
        if (node.kind === Kind.FIELD) {
          const key = node.alias?.value ?? node.name.value;
          const known = fields.get(key);
          const subselection = node.selectionSet ? [node.selectionSet] : [];
          if (known) known.sets.push(...subselection);
          else fields.set(key, { key, node, sets: subselection });
        } else if (node.kind === Kind.INLINE_FRAGMENT) {
          if (!node.typeCondition || applies(node.typeCondition.name.value, node.selectionSet))
            collect(node.selectionSet);
        } else if (!spread.has(node.name.value)) {
          spread.add(node.name.value);
          const fragment = this.#fragments.get(node.name.value);
          if (fragment && applies(fragment.typeCondition.name.value, fragment.selectionSet))
            collect(fragment.selectionSet);
        }
      }
    };
    for (const set of sets) collect(set);
    return [...fields.values()];
  }
}
