import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AccessRules } from '../supergraph/access-rules.ts';
import { type Objects, PossibleObjects } from '../supergraph/possible-objects.ts';

/**
 * The requirements that an operation may meet, whatever its variables and the data: by number, ascending. At an interface or union those of
 * every type that may stand there.
 * @param schema the one that clients see, against which the document is valid
 */
export function metRequirements(
  rules: AccessRules,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly number[] {
  if (rules.requirements.length === 0) return [];
  const collector = new Collector(rules, schema, document);
  collector.collect(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  return [...collector.met].sort((one, other) => one - other);
}

class Collector {
  readonly met = new Set<number>();
  readonly #rules: AccessRules;
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #objects: PossibleObjects;
  /** By the types at a place, the fields of which is known what they ask. */
  readonly #read = new Map<Objects, Set<GraphQLField<unknown, unknown>>>();
  readonly #spread = new Set<string>();

  constructor(rules: AccessRules, schema: GraphQLSchema, document: DocumentNode) {
    this.#rules = rules;
    this.#schema = schema;
    this.#objects = new PossibleObjects(schema);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /**
   * @param type of which the selection is
   * @param objects the types that may stand there
   */
  collect(set: SelectionSetNode, type: GraphQLNamedType | undefined, objects = this.#objects.of(type)): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const returned = this.#field(node.name.value, type, objects);
        if (node.selectionSet && returned) this.collect(node.selectionSet, returned);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        const condition = node.typeCondition ? this.#type(node.typeCondition) : type;
        const within = condition ? this.#objects.among(objects, condition) : objects;
        this.collect(node.selectionSet, condition, within);
      } else if (!this.#spread.has(node.name.value)) {
        this.#spread.add(node.name.value);
        const fragment = this.#fragments.get(node.name.value);
        if (fragment) this.collect(fragment.selectionSet, this.#type(fragment.typeCondition));
      }
    }
  }

  /** @returns the type that the field leads to; undefined for introspection */
  #field(name: string, parent: GraphQLNamedType | undefined, objects: Objects): GraphQLNamedType | undefined {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
    const field = parent.getFields()[name];
    if (!field) return undefined;
    const returned = getNamedType(field.type);
    // Interfaces of the same objects may say different types of a field.
    const read = this.#read.get(objects) ?? new Set<GraphQLField<unknown, unknown>>();
    if (read.has(field)) return returned;
    this.#read.set(objects, read.add(field));
    for (const object of objects) {
      this.#add(this.#rules.ofField(object.name, name));
      this.#add(this.#rules.ofType(object.name));
    }
    if (isAbstractType(returned))
      for (const object of this.#objects.of(returned)) this.#add(this.#rules.ofType(object.name));
    return returned;
  }

  #add(numbers: readonly number[]): void {
    for (const number of numbers) this.met.add(number);
  }

  #type({ name }: NamedTypeNode): GraphQLNamedType | undefined {
    return this.#schema.getType(name.value);
  }
}
