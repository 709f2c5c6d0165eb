import type { DeferredFragment } from '../../planning/documents/deferred-fragments.ts';
import type { Path } from '../answer-errors.ts';
import type { FoundSite } from './deferral.ts';
import { type DeferredGroup, type DeferredSite, type SiteFragment, scopeKey } from './deferred-site.ts';

/** A deferred fragment at one object of the answer. */
export interface DeferredPart {
  /** Unique in the answer. */
  readonly id: string;
  readonly fragment: DeferredFragment;
  readonly site: DeferredSite;
  readonly siteFragment: SiteFragment;
  /** The indices of the lists on the way to the object. */
  readonly indices: readonly number[];
  readonly path: Path;
  /** What it delivers, unless another fragment that has it too came first. */
  readonly groups: GroupAtObject[];
}

/** A group of fields at one object of the answer. */
export interface GroupAtObject {
  readonly site: DeferredSite;
  readonly group: DeferredGroup;
  readonly indices: readonly number[];
  readonly path: Path;
  delivered: boolean;
}

/** The deferred parts of one answer: those whose turn it is once they are fetched, and those within them. */
export class DeferredParts {
  /** Parts of which everything around is delivered. */
  readonly open = new Set<DeferredPart>();
  readonly #parts = new Map<string, DeferredPart>();
  readonly #groups = new Set<string>();
  /** Parts that wait for the one around them, by its name. */
  readonly #inner = new Map<string, DeferredPart[]>();
  readonly #completed = new Set<string>();

  /**
   * Adds what was found in a part of the answer that is delivered.
   * @returns the parts that are open by that
   */
  add(found: readonly FoundSite[]): DeferredPart[] {
    const added = found.flatMap((each) => this.#addFragments(each));
    for (const each of found) this.#addGroups(each);
    return added.filter((part) => this.#place(part));
  }

  /**
   * Notes that a part is over.
   * @param delivered whether it was delivered: if not, nothing within it comes either
   * @returns the parts that are open by that
   */
  complete(part: DeferredPart, delivered: boolean): DeferredPart[] {
    this.open.delete(part);
    const name = nameOf(part.fragment, part.indices);
    const inner = this.#inner.get(name) ?? [];
    this.#inner.delete(name);
    if (!delivered) {
      for (const each of inner) this.complete(each, false);
      return [];
    }
    this.#completed.add(name);
    for (const each of inner) this.open.add(each);
    return inner;
  }

  /** The parts that are still to come, of which others may be found within. */
  *awaited(): Iterable<DeferredPart> {
    yield* this.open;
    for (const waiting of this.#inner.values()) yield* waiting;
  }

  #addFragments({ site, indices, path }: FoundSite): DeferredPart[] {
    return site.fragments.flatMap((siteFragment): DeferredPart[] => {
      const { fragment } = siteFragment;
      const name = nameOf(fragment, indices);
      if (this.#parts.has(name)) return [];
      const part = { id: `${this.#parts.size}`, fragment, site, siteFragment, indices, path, groups: [] };
      this.#parts.set(name, part);
      return [part];
    });
  }

  #addGroups({ site, indices, path }: FoundSite): void {
    for (const group of site.groups) {
      const name = JSON.stringify([path, scopeKey(group.owners)]);
      if (this.#groups.has(name)) continue;
      this.#groups.add(name);
      const found: GroupAtObject = { site, group, indices, path, delivered: false };
      for (const owner of group.owners) this.#owner(owner, indices)?.groups.push(found);
    }
  }

  /** A fragment at the object at or above some indices. */
  #owner(fragment: DeferredFragment, indices: readonly number[]): DeferredPart | undefined {
    for (let length = indices.length; length >= 0; length--) {
      const part = this.#parts.get(nameOf(fragment, indices.slice(0, length)));
      if (part) return part;
    }
    return undefined;
  }

  /** Whether a part is open at once; else it waits for the one around it. */
  #place(part: DeferredPart): boolean {
    const { parent } = part.fragment;
    const around = parent && this.#owner(parent, part.indices);
    const name = around && nameOf(around.fragment, around.indices);
    if (name === undefined || this.#completed.has(name)) {
      this.open.add(part);
      return true;
    }
    const inner = this.#inner.get(name);
    if (inner) inner.push(part);
    else this.#inner.set(name, [part]);
    return false;
  }
}

/** A fragment stands at one place of the answer: the indices of the lists on the way tell its objects apart. */
function nameOf({ id }: DeferredFragment, indices: readonly number[]): string {
  return `${id} ${indices.join()}`;
}
