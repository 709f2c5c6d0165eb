import type { AnswerError, AnswerErrors, Path } from './answer-errors.ts';

/** The most fields at which the failure of one fetch is told. */
const FAILURE_LIMIT = 1000;

/** Why a fetch brought nothing, and at how many fields that was told. */
interface Failure {
  readonly error: AnswerError;
  told: number;
}

/** Why an entity is not there, though the fetch that asked for it was answered. */
interface EntityFailure extends Failure {
  readonly path: Path;
  readonly fetch: number;
}

/** The fetches and entities of one execution that failed as a whole. Each failure is told at the fields that are missing for it. */
export class Failures {
  readonly #errors: AnswerErrors;
  readonly #fetches = new Map<number, Failure>();
  /** By the place of the entity, as JSON text. */
  readonly #entities = new Map<string, EntityFailure>();

  /** @param errors where failures are told */
  constructor(errors: AnswerErrors) {
    this.#errors = errors;
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.#fetches.size > 0 || this.#entities.size > 0;
  }

  /**
   * Notes that a fetch failed.
   * @param told how often it was told already
   * @returns whether it is the first failure of that fetch; a further one is not noted
   */
  add(fetch: number, error: AnswerError, told: number): boolean {
    if (this.#fetches.has(fetch)) return false;
    this.#fetches.set(fetch, { error, told });
    return true;
  }

  /** Has every field without a value that a fetch would have brought count as told. */
  explainAll(fetch: number, error: AnswerError): void {
    if (!this.#fetches.has(fetch)) this.#fetches.set(fetch, { error, told: FAILURE_LIMIT });
  }

  /** Notes that an entity failed; see `add`. */
  addEntity(fetch: number, path: Path, error: AnswerError): boolean {
    const name = JSON.stringify(path);
    if (this.#entities.has(name)) return false;
    this.#entities.set(name, { error, path, fetch, told: 0 });
    return true;
  }

  /** Why one of these fetches failed; undefined where none did. */
  of(fetches: Iterable<number>): AnswerError | undefined {
    if (this.#fetches.size === 0) return undefined;
    for (const fetch of fetches) {
      const failure = this.#fetches.get(fetch);
      if (failure) return failure.error;
    }
    return undefined;
  }

  /**
   * Tells, at a field without a value, why one of these fetches, or the nearest entity at or above the place, failed. Gives whether one did.
   * @param among the fetches of entities that are meant
   */
  tell(path: Path, fetches: readonly number[], among: (fetch: number) => boolean): boolean {
    for (const fetch of fetches) {
      const failure = this.#fetches.get(fetch);
      if (!failure) continue;
      this.#tell(failure, path);
      return true;
    }
    const entity = this.#entityAt(path, among);
    if (entity) this.#tell(entity, path);
    return entity !== undefined;
  }

  /**
   * Tells of failures that cost no field of the answer: once each, at no field but the entity's. To be called last.
   * @param of the fetches that are meant
   */
  tellRemaining(of: (fetch: number) => boolean): void {
    for (const failure of this.#entities.values()) {
      if (failure.told > 0 || !of(failure.fetch)) continue;
      failure.told++;
      this.#errors.add({ ...failure.error, path: failure.path });
    }
    const told = new Set([...this.#fetches.values()].filter((failure) => failure.told > 0).map(({ error }) => error));
    for (const [fetch, failure] of this.#fetches) {
      if (told.has(failure.error) || !of(fetch)) continue;
      told.add(failure.error);
      failure.told++;
      this.#errors.add(failure.error);
    }
  }

  #tell(failure: Failure, path: Path): void {
    if (failure.told >= FAILURE_LIMIT || this.#errors.explains(path)) return;
    failure.told++;
    this.#errors.add({ ...failure.error, path });
  }

  #entityAt(path: Path, among: (fetch: number) => boolean): Failure | undefined {
    if (this.#entities.size === 0) return undefined;
    for (let length = path.length; length > 0; length--) {
      const failure = this.#entities.get(JSON.stringify(path.slice(0, length)));
      if (failure && among(failure.fetch)) return failure;
    }
    return undefined;
  }
}
