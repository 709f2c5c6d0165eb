import type { GraphQLInterfaceType, GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { DeferredFragment } from '../../planning/documents/deferred-fragments.ts';
import type { Position } from '../places/position.ts';
import type { Where } from '../places/where.ts';
import type { SelectedSet, Selections } from '../selected-fields.ts';

/** Fields of one object that the same deferred fragments deliver: with whichever of them comes first. */
export interface DeferredGroup {
  /** Names the fragments; see `scopeKey`. */
  readonly key: string;
  readonly owners: readonly DeferredFragment[];
}

/** A deferred fragment that stands directly at an object. */
export interface SiteFragment {
  readonly fragment: DeferredFragment;
  readonly set: SelectionSetNode;
  /** Whether all that it selects there is its own group: nothing of it is delivered by others. */
  readonly sole: boolean;
}

/** Objects of one type at one place, and what is selected of them. */
export interface PlacedObjects {
  readonly position: Position;
  readonly type: GraphQLObjectType | GraphQLInterfaceType;
  readonly sets: readonly SelectedSet[];
  /** Undefined for the root. */
  readonly where: Where | undefined;
}

/** Objects of which a part is written now and other parts are deferred. */
export interface DeferredSite extends PlacedObjects {
  readonly fragments: readonly SiteFragment[];
  readonly groups: readonly DeferredGroup[];
}

/** The key of what is not deferred. */
export const NOT_DEFERRED = '';

/** What is written of objects: the fields of one scope. */
export interface Scope {
  /** Names the fragments that deliver the fields; see `scopeKey`. */
  readonly key: string;
  /** What was delivered in parts is written again in one: nulls stay where they were. */
  readonly again: boolean;
}

/** Names a set of fragments. */
export function scopeKey(owners: readonly DeferredFragment[]): string {
  return owners.map(({ id }) => id).join();
}

/** Gives rows to all positions that may have sites: so that their objects are found again when their deferred parts come. */
export function keepSiteRows(selections: Selections, root: Position, rootSet: SelectionSetNode): void {
  const visit = (position: Position, sets: readonly SelectedSet[]): void => {
    if (sets.some(({ fragment }) => fragment) || selections.deferredAt(undefined, sets).length > 0) position.keepRows();
    for (const { key, sets: below } of selections.ofAnyType(sets)) {
      if (below.length > 0) visit(position.child(key), below);
    }
  };
  visit(root, [{ set: rootSet, fragment: undefined }]);
}

/**
 * Finds what is deferred at the objects of one type at one place.
 * @param scope the key of what is written there now
 * @returns undefined where nothing is
 */
export function deferredSite(selections: Selections, object: PlacedObjects, scope: string): DeferredSite | undefined {
  const { type, sets } = object;
  const groups = new Map<string, { key: string; owners: readonly DeferredFragment[]; size: number }>();
  for (const { owners } of selections.ofType(type, sets)) {
    const key = scopeKey(owners);
    const group = groups.get(key) ?? { key, owners, size: 0 };
    groups.set(key, { ...group, size: group.size + 1 });
  }
  const fragments = selections.deferredAt(type, sets).map(({ fragment, set }): SiteFragment => {
    const key = scopeKey([fragment]);
    const own = selections.ofType(type, [{ set, fragment }]).filter(({ owners }) => scopeKey(owners) === key);
    return { fragment, set, sole: groups.get(key)?.size === own.length };
  });
  groups.delete(scope);
  if (groups.size === 0 && fragments.length === 0) return undefined;
  return { ...object, fragments, groups: [...groups.values()] };
}
