import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import type { Requirement } from '../guard/requirement.ts';
import { argument, itemsOf, linkedFeatures, textOf } from './linked-feature.ts';

/** The names that a supergraph gives to `@authenticated`, `@requiresScopes` and `@policy`, and what each asks for. */
export type AccessDirectives = ReadonlyMap<string, Requirement['kind']>;

const KINDS: ReadonlyMap<string, Requirement['kind']> = new Map([
  ['authenticated', 'authenticated'],
  ['requiresScopes', 'scopes'],
  ['policy', 'policies'],
]);

/** Finds the directives by which a supergraph asks for grants, under whatever names it links them. */
export function accessDirectives(supergraph: DocumentNode): AccessDirectives {
  const names = new Map<string, Requirement['kind']>();
  for (const { feature, directiveNames } of linkedFeatures(supergraph)) {
    const kind = KINDS.get(feature);
    if (kind) for (const name of directiveNames(feature)) names.set(name, kind);
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
