import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind, type ValueNode } from 'graphql';
import type { Requirement } from '../guard/requirement.ts';

/** The names that a supergraph gives to `@authenticated`, `@requiresScopes` and `@policy`, and what each asks for. */
export type AccessDirectives = ReadonlyMap<string, Requirement['kind']>;

const KINDS: ReadonlyMap<string, Requirement['kind']> = new Map([
  ['authenticated', 'authenticated'],
  ['requiresScopes', 'scopes'],
  ['policy', 'policies'],
]);

/**
 * Finds the directives by which a supergraph asks for grants, under whatever names it links them (`as`, or an import with `as`).
 * Source: https://specs.apollo.dev/link/v1.0
 */
export function accessDirectives({ definitions }: DocumentNode): AccessDirectives {
  const names = new Map<string, Requirement['kind']>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const link of definition.directives ?? []) {
      const url = textOf(argument(link, 'url')) ?? '';
      const feature = /^https:\/\/specs\.apollo\.dev\/(\w+)\/v\d/.exec(url)?.[1] ?? '';
      const kind = KINDS.get(feature);
      if (kind) for (const name of namesOf(link, feature)) names.set(name, kind);
    }
  }
  return names;
}

/** What directives on one place ask for: all of it must be met. */
export function requirementsOn(directives: readonly ConstDirectiveNode[], names: AccessDirectives): Requirement[] {
  return directives.flatMap((directive): Requirement[] => {
    const kind = names.get(directive.name.value);
    if (!kind) return [];
    if (kind === 'authenticated') return [{ kind, anyOf: [] }];
    const anyOf = itemsOf(argument(directive, kind)).map((names) =>
      itemsOf(names).flatMap((name) => textOf(name) ?? []),
    );
    // Composition takes an empty list, as it does an empty alternative, for one that everyone meets.
    return anyOf.length === 0 || anyOf.some((names) => names.length === 0) ? [] : [{ kind, anyOf }];
  });
}

/** The names of the directive that gives a feature its name. */
function namesOf(link: ConstDirectiveNode, feature: string): string[] {
  const imported = itemsOf(argument(link, 'import')).flatMap((item) => {
    if (item.kind === Kind.STRING) return item.value === `@${feature}` ? [feature] : [];
    if (item.kind !== Kind.OBJECT) return [];
    const of = (field: string) => textOf(item.fields.find(({ name }) => name.value === field)?.value);
    return of('name') === `@${feature}` ? [(of('as') ?? `@${feature}`).slice(1)] : [];
  });
  return imported.length > 0 ? imported : [textOf(argument(link, 'as')) ?? feature];
}

function argument({ arguments: given = [] }: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return given.find((each) => each.name.value === name)?.value;
}

/** The items of a list; a single value stands for a list of it. */
function itemsOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (value === undefined || value.kind === Kind.NULL) return [];
  return value.kind === Kind.LIST ? value.values : [value];
}

function textOf(value: ValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
