import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind, type ValueNode } from 'graphql';

/** A specification that a supergraph links. */
export interface LinkedFeature {
  /** Its name in the specification's URL, such as `join`. */
  readonly feature: string;
  /** The names that the supergraph has for one of its directives, without `@`. */
  directiveNames(directive: string): readonly string[];
}

/**
 * The specifications that a supergraph links, under whatever names (`as`, or an import with `as`).
 * Source: https://specs.apollo.dev/link/v1.0
 * @param from whose: Apollo's own, or those of anybody
 */
export function linkedFeatures({ definitions }: DocumentNode, from: 'apollo' | 'anywhere' = 'apollo'): LinkedFeature[] {
  return definitions.flatMap((definition): LinkedFeature[] => {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) return [];
    return (definition.directives ?? []).flatMap((link) => {
      const url = textOf(argument(link, 'url')) ?? '';
      const feature = URLS[from].exec(url)?.[1];
      return feature ? [{ feature, directiveNames: (directive) => namesOf(link, feature, directive) }] : [];
    });
  });
}

/** The URLs of specifications; the name stands before the version. */
const URLS = {
  apollo: /^https:\/\/specs\.apollo\.dev\/(\w+)\/v\d/,
  anywhere: /^https?:\/\/[^?#]+\/(\w+)\/v\d/,
};

function namesOf(link: ConstDirectiveNode, feature: string, directive: string): string[] {
  const imported = itemsOf(argument(link, 'import')).flatMap((item) => {
    if (item.kind === Kind.STRING) return item.value === `@${directive}` ? [directive] : [];
    if (item.kind !== Kind.OBJECT) return [];
    const of = (field: string) => textOf(item.fields.find(({ name }) => name.value === field)?.value);
    return of('name') === `@${directive}` ? [(of('as') ?? `@${directive}`).slice(1)] : [];
  });
  if (imported.length > 0) return imported;
  const linked = textOf(argument(link, 'as')) ?? feature;
  return [directive === feature ? linked : `${linked}__${directive}`];
}

/** The value of a directive's argument. */
export function argument({ arguments: given = [] }: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return given.find((each) => each.name.value === name)?.value;
}

/** The items of a list; a single value stands for a list of it. */
export function itemsOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (value === undefined || value.kind === Kind.NULL) return [];
  return value.kind === Kind.LIST ? value.values : [value];
}

/** The text of a string. */
export function textOf(value: ValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
