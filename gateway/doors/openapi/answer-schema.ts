import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isLeafType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { described, type JsonSchema } from './json-schema.ts';
import { type NamedSchemas, wrapped } from './named-schemas.ts';

/** Fields of one response key, with what is selected of them in all places. */
interface Collected {
  readonly nodes: FieldNode[];
  /** Whether none of them may be left out by a condition. */
  isSure: boolean;
}

/**
 * The schema of an operation's data, from what it selects. Where objects of several types may stand, each has a component of its own: within each
 * other they would multiply.
 */
export function dataSchema(schema: GraphQLSchema, document: DocumentNode, named: NamedSchemas): JsonSchema {
  const definition = getOperationAST(document);
  const root = definition && schema.getRootType(definition.operation);
  return root ? new AnswerSchema(schema, document, named).ofObject(root, [definition.selectionSet]) : {};
}

class AnswerSchema {
  readonly #schema: GraphQLSchema;
  readonly #named: NamedSchemas;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** Stands before the names of components. */
  readonly #operation: string;
  /** Names of components, by their types and the selections that they are of. */
  readonly #components = new Map<string, JsonSchema>();
  readonly #numbers = new Map<SelectionSetNode, number>();

  constructor(schema: GraphQLSchema, document: DocumentNode, named: NamedSchemas) {
    this.#schema = schema;
    this.#named = named;
    this.#operation = getOperationAST(document)?.name?.value ?? '';
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  ofObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): JsonSchema {
    const fields = new Map<string, Collected>();
    for (const { selections } of sets) this.#collect(type, selections, true, fields);
    const declared = type.getFields();
    const properties: Record<string, JsonSchema> = {};
    for (const [key, { nodes }] of fields) {
      const name = nodes[0]?.name.value ?? '';
      properties[key] = name === '__typename' ? { const: type.name } : this.#ofField(declared[name], nodes);
    }
    const required = [...fields].flatMap(([key, { isSure }]) => (isSure ? [key] : []));
    return { type: 'object', properties, ...(required.length > 0 && { required }) };
  }

  #ofField(field: GraphQLField<unknown, unknown> | undefined, nodes: readonly FieldNode[]): JsonSchema {
    // Introspection: its answers are as the specification has them.
    if (!field) return {};
    const returned = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const text = field.deprecationReason
      ? `${field.description ?? ''} Deprecated: ${field.deprecationReason}`
      : field.description;
    const schema = described(wrapped(field.type, this.#ofReturned(returned, sets)), text?.trim());
    return field.deprecationReason ? { ...schema, deprecated: true } : schema;
  }

  #ofReturned(type: ReturnType<typeof getNamedType>, sets: readonly SelectionSetNode[]): JsonSchema {
    if (isLeafType(type)) return this.#named.leaf(type);
    if (isObjectType(type)) return this.ofObject(type, sets);
    if (!isAbstractType(type)) return {};
    const objects = this.#schema.getPossibleTypes(type);
    const [only] = objects;
    if (only && objects.length === 1) return this.ofObject(only, sets);
    // Types of which the same is read are told once.
    const different = Map.groupBy(objects, (object) => this.#readOf(object, sets));
    const [first] = different.values();
    if (first?.[0] && different.size === 1) return this.ofObject(first[0], sets);
    return { anyOf: [...different.values()].flatMap(([object]) => (object ? this.#component(object, sets) : [])) };
  }

  /** Equal for types of whose objects the selections read the same, as far as their answers have the same schema. */
  #readOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): string {
    const fields = new Map<string, Collected>();
    for (const { selections } of sets) this.#collect(type, selections, true, fields);
    const read = [...fields].map(([key, { nodes, isSure }]) => {
      const name = nodes[0]?.name.value ?? '';
      const declared = type.getFields()[name];
      const below = nodes.flatMap(({ selectionSet }) => (selectionSet ? this.#numberOf(selectionSet) : []));
      const of = name === '__typename' ? type.name : [String(declared?.type), declared?.description];
      return [key, isSure, of, declared?.deprecationReason, below];
    });
    return JSON.stringify(read);
  }

  #component(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): JsonSchema {
    const key = `${type.name} ${sets.map((set) => this.#numberOf(set)).join()}`;
    let component = this.#components.get(key);
    if (!component) {
      component = this.#named.own(`${this.#operation}.${type.name}`, () => this.ofObject(type, sets));
      this.#components.set(key, component);
    }
    return component;
  }

  #numberOf(set: SelectionSetNode): number {
    const number = this.#numbers.get(set) ?? this.#numbers.size;
    this.#numbers.set(set, number);
    return number;
  }

  #collect(
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    isSure: boolean,
    fields: Map<string, Collected>,
  ): void {
    for (const node of selections) {
      const sure = isSure && !isConditional(node);
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = fields.get(key) ?? { nodes: [], isSure: false };
        known.nodes.push(node);
        known.isSure ||= sure;
        fields.set(key, known);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && this.#applies(type, condition))
        this.#collect(type, fragment.selectionSet.selections, sure, fields);
    }
  }

  #applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.#schema.getType(condition);
    return isAbstractType(named) && this.#schema.isSubType(named, type);
  }
}

function isConditional({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
}
