import type { Grants } from './grants.ts';

/** One thing that the schema asks of whoever reads a field or an object: one directive on it. */
export interface Requirement {
  readonly kind: 'authenticated' | 'scopes' | 'policies';
  /** Alternatives, of each of which all are needed; of `authenticated` none are told. */
  readonly anyOf: readonly (readonly string[])[];
}

/** Whether grants meet a requirement. */
export function meets({ authenticated, scopes, policies }: Grants, { kind, anyOf }: Requirement): boolean {
  if (kind === 'authenticated') return authenticated;
  const held = kind === 'scopes' ? scopes : policies;
  return held === 'all' || anyOf.some((needed) => needed.every((name) => held.has(name)));
}

/** What a requirement asks for, in words. */
export function wordsOf({ kind, anyOf }: Requirement): string {
  if (kind === 'authenticated') return 'a credential';
  const noun = kind === 'scopes' ? 'scope' : 'policy';
  const many = kind === 'scopes' ? 'scopes' : 'policies';
  return anyOf.map((names) => `the ${names.length === 1 ? noun : many} ${names.join(' and ')}`).join(', or ');
}
