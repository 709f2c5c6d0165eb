import type { DeferredFragment } from '../../planning/documents/deferred-fragments.ts';
import type { Path } from '../answer-errors.ts';
import type { ErrorOwners } from '../error-owners.ts';
import { type Deferral, type ReportedError, startsWith } from './deferral.ts';
import type { DeferredPart } from './deferred-parts.ts';

/** What tells whose an error is. */
interface Whose {
  readonly owners: ErrorOwners;
  /** Label of the fragment for which a fetch is made; undefined for the first part. */
  readonly deferredFor: (fetch: number) => string | undefined;
}

/**
 * Takes out what was reported of fields that no part will bring: where they would be found there is a null, and a null has to be told.
 * @param fetched whether a fetch was, of which all is told that can be
 * @param awaited the parts that are still to come
 */
export function takeLostReports(
  deferral: Deferral,
  fetched: (fetch: number) => boolean,
  awaited: Iterable<DeferredPart>,
  { owners, deferredFor }: Whose,
): ReturnType<Deferral['takeWhere']> {
  if (deferral.reported.length === 0) return [];
  const places = new Set<string>();
  const labels = new Set<string | undefined>();
  for (const { fragment, path } of awaited) {
    places.add(placeOf(fragment, path));
    labels.add(fragment.label);
  }
  return deferral.takeWhere(({ fetch, error: { path = [] } }: ReportedError) => {
    if (!fetched(fetch) || labels.has(deferredFor(fetch))) return false;
    return !owners(path).some((owner) => isAwaited(places, owner, path));
  });
}

/** Whether a fragment's part, or one around it, is still to come at an object on the way to a field. */
function isAwaited(places: ReadonlySet<string>, owner: DeferredFragment, path: Path): boolean {
  for (let fragment: DeferredFragment | undefined = owner; fragment; fragment = fragment.parent) {
    for (let length = path.length; length >= 0; length--)
      if (places.has(placeOf(fragment, path.slice(0, length)))) return true;
  }
  return false;
}

function placeOf({ id }: DeferredFragment, path: Path): string {
  return `${id} ${JSON.stringify(path)}`;
}

/** Drops what was reported of a fragment's part that is not delivered, and of those within: why it is not was told. */
export function dropReports(deferral: Deferral, { fragment, path: place }: DeferredPart, owners: ErrorOwners): void {
  deferral.takeWhere(({ error: { path = [] } }) => startsWith(path, place) && owners(path).some(isOf(fragment)));
}

function isOf(fragment: DeferredFragment): (owner: DeferredFragment) => boolean {
  return (owner) => {
    let around: DeferredFragment | undefined = owner;
    while (around && around !== fragment) around = around.parent;
    return around === fragment;
  };
}
