import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from '../operations/operation.ts';
import type { CacheHint, CacheHints } from '../supergraph/cache-hints.ts';
import { type Objects, PossibleObjects } from '../supergraph/possible-objects.ts';

/** How long answers of an operation may be kept, and by whom, whatever its variables and the data. */
export interface CachePolicy {
  /** Seconds; 0 where the schema says nothing: an answer is then asked for again each time. */
  readonly maxAge: number;
  /** Whether the answer is for one caller alone. */
  readonly isPrivate: boolean;
}

/** What is asked beside the hints. */
interface PolicyRules {
  readonly hints: CacheHints;
  /** The one that clients see. */
  readonly schema: GraphQLSchema;
  /** Coordinates (`Type.field`) of fields whose answers belong to a person. */
  readonly personalFields: ReadonlySet<string>;
}

/**
 * The least that the hints along the selected fields allow: a root field, or one that returns objects, that says nothing may not be kept,
 * other fields as long as what they stand in. At an interface or union the least of every type that may stand there counts.
 * Source: https://www.apollographql.com/docs/apollo-server/performance/caching#default-maxage
 */
export function cachePolicy(operation: Operation, rules: PolicyRules): CachePolicy {
  const { definition } = operation;
  const walk = new PolicyWalk(operation, rules);
  walk.set(definition.selectionSet, rules.schema.getRootType(definition.operation) ?? undefined, true);
  const { maxAge, isPrivate } = walk;
  const isQuery = definition.operation === OperationTypeNode.QUERY;
  return { maxAge: isQuery && Number.isFinite(maxAge) ? maxAge : 0, isPrivate };
}

class PolicyWalk {
  maxAge = Number.POSITIVE_INFINITY;
  isPrivate = false;
  readonly #rules: PolicyRules;
  readonly #objects: PossibleObjects;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #spread = new Set<string>();

  constructor({ document }: Operation, rules: PolicyRules) {
    this.#rules = rules;
    this.#objects = new PossibleObjects(rules.schema);
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  set({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined, isRoot: boolean): void {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const returned = this.#field(node.name.value, type, isRoot);
        if (node.selectionSet) this.set(node.selectionSet, returned, false);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        this.set(node.selectionSet, node.typeCondition ? this.#type(node.typeCondition.name.value) : type, isRoot);
      } else {
        // At the root the same fragment is spread as at no other place.
        const fragment = this.#fragments.get(node.name.value);
        if (fragment && !this.#spread.has(fragment.name.value)) {
          this.#spread.add(fragment.name.value);
          this.set(fragment.selectionSet, this.#type(fragment.typeCondition.name.value), isRoot);
        }
      }
    }
  }

  #field(name: string, parent: GraphQLNamedType | undefined, isRoot: boolean): GraphQLNamedType | undefined {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
    const field = parent.getFields()[name];
    // Introspection: `__typename` costs nothing, and whoever asks for the schema has it anew each time.
    if (!field) {
      if (isRoot && name !== '__typename') this.maxAge = 0;
      return undefined;
    }
    const returned = getNamedType(field.type);
    for (const { name: type } of this.#standing(parent)) {
      this.isPrivate ||= this.#rules.personalFields.has(`${type}.${name}`);
      this.#restrict(this.#rules.hints.ofField(type, name), returned, isRoot);
    }
    return returned;
  }

  #restrict(ofField: CacheHint | undefined, returned: GraphQLNamedType, isRoot: boolean): void {
    const isComposite = isCompositeType(returned);
    const ofType = isComposite ? this.#rules.hints.ofType(returned.name) : undefined;
    const scope = ofField?.scope ?? ofType?.scope;
    if (scope === 'PRIVATE') this.isPrivate = true;
    const maxAge = ofField?.maxAge ?? ofType?.maxAge;
    const inherits = !isRoot && (!isComposite || (ofField?.inheritMaxAge ?? ofType?.inheritMaxAge ?? false));
    if (maxAge !== undefined) this.maxAge = Math.min(this.maxAge, maxAge);
    else if (!inherits) this.maxAge = 0;
  }

  #standing(parent: GraphQLNamedType): Objects | readonly GraphQLNamedType[] {
    return isInterfaceType(parent) ? [parent, ...this.#objects.of(parent)] : [parent];
  }

  #type(name: string): GraphQLNamedType | undefined {
    return this.#rules.schema.getType(name);
  }
}
