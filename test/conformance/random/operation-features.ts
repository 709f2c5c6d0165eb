import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** What of an operation known differences depend on. */
export interface OperationFeatures {
  /** Aliases that are the name of another field. */
  readonly aliases: ReadonlySet<string>;
  /** Fields that are selected, under whatever alias. */
  readonly fields: ReadonlySet<string>;
  /** `__schema` or `__type` is selected more than once under one key. */
  readonly introspectionTwice: boolean;
  /** A fragment on an object type within one on an interface or union. */
  readonly narrowing: boolean;
  /** Any `@skip` or `@include`. */
  readonly conditions: boolean;
  /** A field with a condition that selects something under another. */
  readonly conditionsWithin: boolean;
}

/** Finds an operation's features. */
export function featuresOf(query: string, schema: GraphQLSchema): OperationFeatures {
  return new Finder(parse(query), schema).found;
}

class Finder {
  readonly found = {
    aliases: new Set<string>(),
    fields: new Set<string>(),
    introspectionTwice: false,
    narrowing: false,
    conditions: false,
    conditionsWithin: false,
  };
  readonly #introspected = new Set<string>();
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(document: DocumentNode, schema: GraphQLSchema) {
    this.#schema = schema;
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
    for (const node of document.definitions) {
      if (node.kind === Kind.OPERATION_DEFINITION) this.#visit(node.selectionSet, { abstract: false, conditions: 0 });
    }
  }

  #visit(set: SelectionSetNode, scope: { readonly abstract: boolean; readonly conditions: number }): void {
    for (const node of set.selections) {
      const conditional = (node.directives ?? []).length > 0;
      const conditions = scope.conditions + (conditional ? 1 : 0);
      this.found.conditions ||= conditional;
      this.found.conditionsWithin ||= conditions > 1;
      if (node.kind === Kind.FIELD) {
        if (node.alias && node.alias.value !== node.name.value) this.found.aliases.add(node.alias.value);
        this.found.fields.add(node.name.value);
        if (/^__(schema|type)$/.test(node.name.value)) {
          const key = (node.alias ?? node.name).value;
          this.found.introspectionTwice ||= this.#introspected.has(key);
          this.#introspected.add(key);
        }
        if (node.selectionSet) this.#visit(node.selectionSet, { abstract: false, conditions });
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      const type = fragment?.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
      this.found.narrowing ||= scope.abstract && isObjectType(type);
      const abstract = scope.abstract || isAbstractType(type);
      if (fragment) this.#visit(fragment.selectionSet, { abstract, conditions });
    }
  }
}
