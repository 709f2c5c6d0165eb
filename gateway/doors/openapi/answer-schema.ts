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

/** The schema of an operation's data, from what it selects. */
export function dataSchema(schema: GraphQLSchema, document: DocumentNode, named: NamedSchemas): JsonSchema {
  const definition = getOperationAST(document);
  const root = definition && schema.getRootType(definition.operation);
  return root ? new AnswerSchema(schema, document, named).ofObject(root, [definition.selectionSet]) : {};
}

class AnswerSchema {
  readonly #schema: GraphQLSchema;
  readonly #named: NamedSchemas;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode, named: NamedSchemas) {
    this.#schema = schema;
    this.#named = named;
    for (const node of definitions) {
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
    const schemas = this.#schema.getPossibleTypes(type).map((object) => this.ofObject(object, sets));
    const different = [...new Map(schemas.map((each) => [JSON.stringify(each), each])).values()];
    return different.length === 1 ? (different[0] ?? {}) : { anyOf: different };
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
