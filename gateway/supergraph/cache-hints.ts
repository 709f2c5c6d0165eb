import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import { argument, linkedFeatures } from './linked-feature.ts';

/** What the schema says of how long a field or the objects of a type may be kept. Source: https://www.apollographql.com/docs/apollo-server/performance/caching */
export interface CacheHint {
  /** Seconds; undefined where only the scope is said. */
  readonly maxAge: number | undefined;
  readonly scope: 'PUBLIC' | 'PRIVATE' | undefined;
  /** Whether it may be kept as long as what it stands in. */
  readonly inheritMaxAge: boolean;
}

/** The hints of a supergraph. */
export interface CacheHints {
  ofField(type: string, field: string): CacheHint | undefined;
  /** Of the fields that return objects of a type, where they say nothing themselves. */
  ofType(type: string): CacheHint | undefined;
}

/** The specification's name, as the last part but one of the URL by which a supergraph links it: see `schema/*.graphql`. */
const FEATURE = 'cacheControl';

/** Reads `@cacheControl`, which subgraphs carry into the supergraph by `@composeDirective`, under whatever name it is linked. */
export function cacheHints(document: DocumentNode): CacheHints {
  const names = new Set(
    linkedFeatures(document, 'anywhere')
      .filter(({ feature }) => feature === FEATURE)
      .flatMap(({ directiveNames }) => directiveNames(FEATURE)),
  );
  const hints = new Map<string, CacheHint>();
  const add = (coordinate: string, on: readonly ConstDirectiveNode[] = []): void => {
    const directive = on.find(({ name }) => names.has(name.value));
    if (directive) hints.set(coordinate, hintOf(directive));
  };
  for (const definition of names.size === 0 ? [] : document.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    const type = definition.name.value;
    add(type, definition.directives as readonly ConstDirectiveNode[]);
    const fields = 'fields' in definition ? ((definition.fields ?? []) as readonly FieldDefinitionNode[]) : [];
    for (const field of fields) add(`${type}.${field.name.value}`, field.directives);
  }
  return { ofField: (type, field) => hints.get(`${type}.${field}`), ofType: (type) => hints.get(type) };
}

function hintOf(directive: ConstDirectiveNode): CacheHint {
  const [maxAge, scope, inherit] = ['maxAge', 'scope', 'inheritMaxAge'].map((name) => argument(directive, name));
  return {
    maxAge: maxAge?.kind === Kind.INT ? Math.max(0, Number(maxAge.value)) : undefined,
    scope: scope?.kind === Kind.ENUM ? (scope.value === 'PRIVATE' ? 'PRIVATE' : 'PUBLIC') : undefined,
    inheritMaxAge: inherit?.kind === Kind.BOOLEAN && inherit.value,
  };
}
