import type { AccessRules } from '../supergraph/access-rules.ts';
import type { Grants } from './grants.ts';
import { Refusal } from './refusal.ts';
import { meets, type Requirement } from './requirement.ts';

/** For whom an operation is prepared: callers of whom it may read the same. */
export interface Audience {
  /** What the operation asks of its callers. */
  readonly requirements: readonly Requirement[];
  /** Those of one of them. */
  readonly grants: Grants;
  /** What they may not read of it; undefined where that is nothing. */
  readonly refusal: Refusal | undefined;
}

/** Whether grants meet all that an operation asks. */
export function meetsAll(grants: Grants, requirements: readonly Requirement[]): boolean {
  for (const requirement of requirements) if (!meets(grants, requirement)) return false;
  return true;
}

/**
 * Names the audience of an operation that somebody belongs to; empty where they may read all of it.
 * @param met the numbers of the requirements that it meets
 */
export function audienceName(rules: AccessRules, met: readonly number[], grants: Grants): string {
  const granted = grantedOf(rules, met, grants);
  return granted.length === met.length ? '' : `${grants.authenticated ? '+' : '-'}${granted.join()}`;
}

/** The audience of an operation that somebody belongs to. */
export function audienceOf(rules: AccessRules, met: readonly number[], grants: Grants): Audience {
  const granted = grantedOf(rules, met, grants);
  return {
    requirements: met.flatMap((number) => rules.requirements[number] ?? []),
    grants,
    refusal: granted.length === met.length ? undefined : new Refusal(rules, granted, grants),
  };
}

function grantedOf(rules: AccessRules, met: readonly number[], grants: Grants): number[] {
  return met.filter((number) => {
    const requirement = rules.requirements[number];
    return requirement !== undefined && meets(grants, requirement);
  });
}
