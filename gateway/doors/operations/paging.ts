import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Where the one connection of an operation stands, and how its next page is asked for. https://relay.dev/graphql/connections.htm */
export interface Paging {
  /** Response keys that lead from the data to the connection. */
  readonly path: readonly string[];
  /** The variable that takes the cursor after which a page begins. */
  readonly after: string;
  /** Response keys of its parts. */
  readonly items: string;
  readonly pageInfo: string;
  readonly hasNextPage: string;
  readonly endCursor: string;
}

/** One field of a selection, with the type that it returns. */
interface Selected {
  readonly field: FieldNode;
  readonly key: string;
  readonly returned: GraphQLNamedType;
  readonly isList: boolean;
}

/** Finds the connection that an operation reads page by page; undefined where there is none, or several, or it stands in a list. */
export function pagingOf(schema: GraphQLSchema, document: DocumentNode): Paging | undefined {
  const definition = getOperationAST(document);
  const root = definition && schema.getRootType(definition.operation);
  if (!root || definition.operation !== 'query') return undefined;
  const nullable = definition.variableDefinitions ?? [];
  const cursors = new Set(nullable.filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE).map(nameOfVariable));
  const finder = new ConnectionFinder(schema, document);
  const found = finder.below(definition.selectionSet, root, []).filter(({ after }) => cursors.has(after));
  return found.length === 1 ? found[0] : undefined;
}

function nameOfVariable({ variable }: { readonly variable: { readonly name: { readonly value: string } } }): string {
  return variable.name.value;
}

class ConnectionFinder {
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode) {
    this.#schema = schema;
    for (const node of definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  below(set: SelectionSetNode, type: GraphQLNamedType, path: readonly string[]): Paging[] {
    return this.#selected(set, type).flatMap(({ field, key, returned, isList }) => {
      if (!field.selectionSet || isList) return [];
      const own = this.#connection(field, returned, [...path, key]);
      return own ? [own] : this.below(field.selectionSet, returned, [...path, key]);
    });
  }

  #connection(field: FieldNode, type: GraphQLNamedType, path: readonly string[]): Paging | undefined {
    const after = field.arguments?.find(({ name }) => name.value === 'after')?.value;
    if (after?.kind !== Kind.VARIABLE || !field.selectionSet) return undefined;
    const parts = this.#selected(field.selectionSet, type);
    const part = (name: string) => parts.find((each) => each.field.name.value === name);
    const [items, pageInfo] = [part('edges') ?? part('nodes'), part('pageInfo')];
    if (!items?.isList || !pageInfo?.field.selectionSet) return undefined;
    const ofInfo = this.#selected(pageInfo.field.selectionSet, pageInfo.returned);
    const info = (name: string) => ofInfo.find((each) => each.field.name.value === name)?.key;
    const [hasNextPage, endCursor] = [info('hasNextPage'), info('endCursor')];
    if (hasNextPage === undefined || endCursor === undefined) return undefined;
    return { path, after: after.name.value, items: items.key, pageInfo: pageInfo.key, hasNextPage, endCursor };
  }

  #selected({ selections }: SelectionSetNode, type: GraphQLNamedType): Selected[] {
    return selections.flatMap((node): Selected[] => {
      if (node.kind === Kind.INLINE_FRAGMENT) return this.#selected(node.selectionSet, type);
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = this.#fragments.get(node.name.value);
        return fragment ? this.#selected(fragment.selectionSet, this.#type(fragment) ?? type) : [];
      }
      const declared = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
      if (!declared) return [];
      const nullable = isNonNullType(declared.type) ? declared.type.ofType : declared.type;
      const key = node.alias?.value ?? node.name.value;
      return [{ field: node, key, returned: getNamedType(declared.type), isList: isListType(nullable) }];
    });
  }

  #type({ typeCondition }: FragmentDefinitionNode): GraphQLNamedType | undefined {
    return this.#schema.getType(typeCondition.name.value);
  }
}
