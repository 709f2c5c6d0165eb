import type { AnswerError, Path } from '../answer-errors.ts';
import { PathSet } from '../path-set.ts';
import type { DeferredSite } from './deferred-site.ts';

/** An object at which fragments are deferred: the indices of the lists on the way say which. */
export interface FoundSite {
  readonly site: DeferredSite;
  readonly indices: readonly number[];
  readonly path: Path;
}

/** An error that a subgraph reported, until the part is written on which it stands. */
export interface ReportedError {
  readonly fetch: number;
  readonly error: AnswerError;
}

/** What one execution keeps to give its answer in parts. */
export class Deferral {
  /** Set while something is written again that was told before: its errors are told already. */
  quiet = false;
  /** Whether a fetch belongs to the part that is being written. */
  among: (fetch: number) => boolean = () => true;
  /** Errors that were reported and not told. */
  reported: ReportedError[] = [];
  /** Where any were reported. */
  readonly #reportedAt = new PathSet();
  #found: FoundSite[] = [];
  #nulled: Path[] = [];
  readonly #allNulled = new Set<string>();
  readonly #fetched = new Map<number, PromiseWithResolvers<void>>();

  report(fetch: number, error: AnswerError): void {
    this.reported.push({ fetch, error });
    this.#reportedAt.add(error.path ?? []);
  }

  /** Takes those out that stand at, above or below a place, and that a fetch of the part reported which is being written. */
  takeReported(place: Path): AnswerError[] {
    if (this.reported.length === 0 || !this.#reportedAt.touches(place)) return [];
    return this.takeWhere(({ fetch, error: { path = [] } }) => {
      return this.among(fetch) && (startsWith(path, place) || startsWith(place, path));
    });
  }

  /** Takes out such as fit. */
  takeWhere(fits: (reported: ReportedError) => boolean): AnswerError[] {
    const taken: AnswerError[] = [];
    this.reported = this.reported.filter((reported) => {
      if (!fits(reported)) return true;
      taken.push(reported.error);
      return false;
    });
    return taken;
  }

  /** Notes an object of the part that is being written, at which fragments are deferred. */
  find(found: FoundSite): void {
    if (!this.quiet) this.#found.push(found);
  }

  /**
   * Notes that a place of the part that is being written is null: what was found below is not there. To be called before anything is found
   * elsewhere.
   */
  forget(path: Path): void {
    if (this.quiet) return;
    for (let last = this.#found.at(-1); last && startsWith(last.path, path); last = this.#found.at(-1))
      this.#found.pop();
    this.#nulled.push(path);
  }

  /** Gives what was found in the part that was written. */
  take(): FoundSite[] {
    const found = this.#found;
    for (const path of this.#nulled) this.#allNulled.add(JSON.stringify(path));
    this.drop();
    return found;
  }

  /** Drops what was found: the part is not delivered. */
  drop(): void {
    this.#found = [];
    this.#nulled = [];
  }

  /** Whether a part that was delivered has a null at an object's place, or at the lists that it is in. */
  isNulled(path: Path): boolean {
    if (this.#allNulled.size === 0) return false;
    for (let length = path.length; length >= 0; length--) {
      if (this.#allNulled.has(JSON.stringify(path.slice(0, length)))) return true;
      if (typeof path[length - 1] !== 'number') return false;
    }
    return false;
  }

  /** Notes that a fetch has come to its end. */
  fetched(id: number): void {
    this.#fetch(id).resolve();
  }

  /** Settles when these fetches have come to their end. */
  async awaitFetches(ids: Iterable<number>): Promise<void> {
    await Promise.all([...ids].map((id) => this.#fetch(id).promise));
  }

  #fetch(id: number): PromiseWithResolvers<void> {
    let known = this.#fetched.get(id);
    if (!known) {
      known = Promise.withResolvers();
      this.#fetched.set(id, known);
    }
    return known;
  }
}

/** Whether a path is at or below another. */
export function startsWith(path: Path, above: Path): boolean {
  return path.length >= above.length && above.every((step, depth) => path[depth] === step);
}
