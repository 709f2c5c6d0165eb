import type { DeferredFragment } from '../../planning/documents/deferred-fragments.ts';
import type { DeferredSteps, FetchStep } from '../../planning/plan-steps.ts';
import { atOnce } from '../../process/slices.ts';
import type { Path } from '../answer-errors.ts';
import { NO_ROW } from '../places/frames.ts';
import { rowPaths } from '../places/placed-paths.ts';
import type { Run } from '../run.ts';
import { Projection, type ProjectionInput } from '../writing/projection.ts';
import type { DeferredGroup, DeferredSite, SiteFragment } from './deferred-site.ts';

/** Finds the row of one object by its path; none where it is not known. */
type RowAt = (path: Path) => number;

type WriteRow = ReturnType<Projection['group']>;

/** Writes what one deferred fragment delivers, from what is fetched when its turn comes. */
export class FragmentWriter {
  /** The fetches whose data is there by then. */
  readonly fetches: ReadonlySet<number>;
  readonly #projection: Projection;
  readonly #clientKey: (key: string) => string;
  readonly #groups = new Map<DeferredSite, Map<string, WriteRow>>();
  readonly #wholes = new Map<DeferredSite, WriteRow>();

  constructor(input: Omit<ProjectionInput, 'among'>, fetches: ReadonlySet<number>) {
    this.fetches = fetches;
    this.#clientKey = input.clientKey;
    this.#projection = atOnce(Projection.over({ ...input, among: ({ fetch }) => fetches.has(fetch.id) }));
  }

  /** Makes what is read of the data of one run known by rows. */
  makeRows(run: Run): void {
    this.#projection.makeRows(run);
  }

  /** The way to a site's objects in the data of one run. */
  locate({ position }: DeferredSite, run: Run): RowAt {
    const rows = new Map(rowPaths(run, position, this.#clientKey).map((path, row) => [JSON.stringify(path), row]));
    return (path) => rows.get(JSON.stringify(path)) ?? NO_ROW;
  }

  /** See `Projection.group`. */
  group(site: DeferredSite, group: DeferredGroup): WriteRow {
    let writers = this.#groups.get(site);
    if (!writers) {
      writers = new Map();
      this.#groups.set(site, writers);
    }
    let write = writers.get(group.key);
    if (!write) {
      write = this.#projection.group(site, group);
      writers.set(group.key, write);
    }
    return write;
  }

  /** See `Projection.whole`. */
  whole(site: DeferredSite, fragment: SiteFragment): WriteRow {
    let write = this.#wholes.get(site);
    if (!write) {
      write = this.#projection.whole(site, fragment);
      this.#wholes.set(site, write);
    }
    return write;
  }
}

/** The writers of an operation's deferred fragments; each is compiled when its first turn comes. */
export class FragmentWriters {
  readonly #input: Omit<ProjectionInput, 'among'>;
  readonly #fetches: readonly FetchStep[];
  readonly #deferred: readonly DeferredSteps[];
  readonly #writers = new Map<DeferredFragment, FragmentWriter>();

  constructor(
    input: Omit<ProjectionInput, 'among'>,
    fetches: readonly FetchStep[],
    deferred: readonly DeferredSteps[],
  ) {
    this.#input = input;
    this.#fetches = fetches;
    this.#deferred = deferred;
  }

  of(fragment: DeferredFragment): FragmentWriter {
    let writer = this.#writers.get(fragment);
    if (!writer) {
      writer = new FragmentWriter(this.#input, this.#availableTo(fragment));
      this.#writers.set(fragment, writer);
    }
    return writer;
  }

  /** What is fetched when a fragment's turn comes: for it, for those around it, and for the first part. */
  #availableTo(fragment: DeferredFragment): Set<number> {
    const labels = new Set<string | undefined>([undefined]);
    for (let around: DeferredFragment | undefined = fragment; around; around = around.parent) labels.add(around.label);
    const own = this.#fetches.filter(({ deferredFor }) => labels.has(deferredFor)).map(({ id }) => id);
    const awaited = this.#deferred.filter(({ label }) => labels.has(label)).flatMap(({ depends }) => [...depends]);
    return new Set([...own, ...awaited]);
  }
}
