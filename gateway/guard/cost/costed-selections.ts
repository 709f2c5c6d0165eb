import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Objects, PossibleObjects } from '../../supergraph/possible-objects.ts';
import { conditionsOf, type SelectionCondition } from './selection-conditions.ts';

/** A selection set, and what must hold for it to count. */
export interface CostedSet {
  readonly set: SelectionSetNode;
  readonly conditions: readonly SelectionCondition[];
}

/** One way in which a response key is selected. */
export interface CostedNode {
  readonly node: FieldNode;
  /** Of which the field is read. */
  readonly type: GraphQLObjectType | GraphQLInterfaceType;
  readonly conditions: readonly SelectionCondition[];
}

/** The fields of one object by response key, each with all the ways in which it is selected. */
export type CostedFields = ReadonlyMap<string, readonly CostedNode[]>;

/**
 * Collects fields for costs as CollectFields does, with conditions left open.
 * https://spec.graphql.org/draft/#CollectFields()
 */
export class CostedSelections {
  readonly #schema: GraphQLSchema;
  readonly #objects: PossibleObjects;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#objects = new PossibleObjects(schema);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /**
   * The fields of objects at a place, once for each kind of object of which the selection reads another set of fields.
   * @param type of the place
   * @param atOnce whether the fields of all kinds are taken together: more than any object has, and found in one go
   */
  *kindsOf(type: GraphQLNamedType, sets: readonly CostedSet[], atOnce: boolean): Generator<CostedFields> {
    const objects = this.#objects.of(type);
    const named = new Set<GraphQLNamedType>();
    for (const { set } of sets) this.#typesNamed(set, named, new Set());
    const partial = [...named].filter((each) => this.#objects.among(objects, each) !== objects);
    if (partial.length === 0 || atOnce) {
      yield this.#collect(type, sets, undefined);
      return;
    }
    const kinds = Map.groupBy(objects, (object) => partial.map((each) => this.#is(object, each)).join());
    for (const [first, another] of kinds.values()) {
      if (first) yield this.#collect(another ? type : first, sets, first);
    }
  }

  #typesNamed(set: SelectionSetNode, named: Set<GraphQLNamedType>, spread: Set<string>): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) continue;
      const fragment = this.#fragmentOf(node, spread);
      if (!fragment) continue;
      if (fragment.type) named.add(fragment.type);
      this.#typesNamed(fragment.set, named, spread);
    }
  }

  /** @param object for which types are decided; undefined where any may stand there */
  #collect(
    type: GraphQLNamedType,
    sets: readonly CostedSet[],
    object: GraphQLObjectType | undefined,
  ): Map<string, CostedNode[]> {
    const fields = new Map<string, CostedNode[]>();
    const visit = (
      set: SelectionSetNode,
      within: GraphQLNamedType,
      around: readonly SelectionCondition[],
      spread: Set<string>,
    ) => {
      for (const node of set.selections) {
        const own = conditionsOf(node);
        if (!own) continue;
        const conditions = own.length === 0 ? around : [...around, ...own];
        if (node.kind === Kind.FIELD) {
          const key = node.alias?.value ?? node.name.value;
          const read = object && within !== object && isObjectType(type) ? object : within;
          if (!isObjectType(read) && !isInterfaceType(read) && node.name.value !== '__typename') continue;
          const nodes = fields.get(key) ?? [];
          fields.set(key, nodes);
          nodes.push({ node, type: read as CostedNode['type'], conditions });
          continue;
        }
        // Under conditions a fragment may count here and not there, so that it is collected each time.
        const fragment = this.#fragmentOf(node, conditions.length === 0 ? spread : new Set());
        if (!fragment || (fragment.type && object && !this.#is(object, fragment.type))) continue;
        visit(fragment.set, fragment.type ?? within, conditions, spread);
      }
    };
    const spread = new Set<string>();
    for (const { set, conditions } of sets) visit(set, type, conditions, spread);
    return fields;
  }

  #fragmentOf(
    node: Exclude<SelectionSetNode['selections'][number], FieldNode>,
    spread: Set<string>,
  ): { type: GraphQLNamedType | undefined; set: SelectionSetNode } | undefined {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const { typeCondition } = node;
      const type = typeCondition && this.#schema.getType(typeCondition.name.value);
      return { type, set: node.selectionSet };
    }
    const fragment = this.#fragments.get(node.name.value);
    if (!fragment || spread.has(node.name.value)) return undefined;
    spread.add(node.name.value);
    return { type: this.#schema.getType(fragment.typeCondition.name.value), set: fragment.selectionSet };
  }

  #is(object: GraphQLObjectType, type: GraphQLNamedType): boolean {
    const objects: Objects = this.#objects.of(type);
    return type === object || objects.includes(object);
  }
}
