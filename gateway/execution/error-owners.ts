import type { SelectionSetNode } from 'graphql';
import type { DeferredFragment } from '../planning/documents/deferred-fragments.ts';
import type { Path } from './answer-errors.ts';
import type { SelectedSet, Selections } from './selected-fields.ts';

/** Tells which deferred fragments deliver the field that stands at a path; none for what is not deferred, and for unknown fields. */
export type ErrorOwners = (path: Path | undefined) => readonly DeferredFragment[];

/**
 * Compiles the way from an error to the part of the answer in which its null stands. Of fields that objects of several types have at
 * one place, all are looked at together: which type an object has is not known here.
 * @param clientKey the response key that the client gave to a plan's key
 */
export function errorOwners(
  selections: Selections,
  root: SelectionSetNode,
  clientKey: (key: string) => string,
): ErrorOwners {
  return (path = []) => {
    let sets: readonly SelectedSet[] = [{ set: root, fragment: undefined }];
    let owners: readonly DeferredFragment[] = [];
    for (const step of path) {
      if (typeof step === 'number') continue;
      const field = selections.ofAnyType(sets).find(({ key }) => clientKey(key) === step);
      if (!field) break;
      ({ sets, owners } = field);
    }
    return owners;
  };
}
