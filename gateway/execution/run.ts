import type { Reason } from '../guard/refusal.ts';
import type { SubgraphAnswer, SubgraphQuestion } from '../subgraphs/subgraph-client.ts';
import { type Utf8Text, utf8Text } from '../utf8-text.ts';
import { type AnswerError, AnswerErrors, type Path } from './answer-errors.ts';
import { AnswerTooLarge, answerTooLarge } from './answer-room.ts';
import type { CONDITION_NULL } from './condition-null.ts';
import type { Data } from './data.ts';
import type { Deferral } from './deferring/deferral.ts';
import { Failures } from './failures.ts';
import type { Gathering } from './fetching/gathering.ts';
import type { Recalled } from './places/recalled.ts';
import type { Rows } from './places/rows.ts';
import { pathOf, type Where } from './places/where.ts';

/** Asks one subgraph on behalf of one client request; fails with a SubgraphFailure. */
export type AskSubgraph = (question: SubgraphQuestion) => Promise<SubgraphAnswer>;

/** What one execution of a compiled operation knows: everything that differs from request to request. */
export class Run {
  /** By fetch id: the data of a fetch of root fields. */
  readonly data: (Data | undefined)[] = [];
  /** By fetch id: the entities that it brought, under the numbers by which they were asked for. */
  readonly entities: (readonly (Data | undefined)[] | undefined)[] = [];
  /** By position id: the objects that are known there. */
  readonly rows: (Rows | undefined)[] = [];
  /** By the id of a provider that inherits, by row: its object. */
  readonly columns: ((Data | undefined)[] | undefined)[] = [];
  /** By placement id, by row: the number under which the object there was asked for; -1 where it was not. */
  readonly numbers: (readonly number[] | undefined)[] = [];
  /** By the id of a `Batch`: which of its fetches wait for one another. */
  readonly gatherings: (Gathering | undefined)[] = [];
  /** By recall id, by an entity's number: what was made of it. */
  readonly recalled: (Recalled<string | number>[] | undefined)[] = [];
  readonly errors = new AnswerErrors();
  /** The indices of the lists that the projection is in, from the outermost to the innermost. */
  readonly indices: number[] = [];
  /** Whether no answer holds a backslash, so that no string needs escaping on its way out. */
  clean = true;
  /** By fetch id: whether its answer holds one. */
  readonly #escaped: boolean[] = [];
  /** What was written so far costs. */
  cost = 0;
  /** How many characters, of UTF-8 text, may be written for the whole answer, and how many of them are left. Writers throw `AnswerTooLarge` past the latter. */
  readonly limit: number;
  room: number;
  /** The client's variables, as it sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same, coerced and with defaults. */
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly ask: AskSubgraph;
  /** What is kept of an answer that comes in parts; undefined where it comes whole. */
  readonly deferral: Deferral | undefined;
  #variableTexts: Map<string, Utf8Text> | undefined;
  /** Made when the first is noted. */
  #failures: Failures | undefined;

  constructor(
    variables: Readonly<Record<string, unknown>>,
    coerced: Readonly<Record<string, unknown>>,
    ask: AskSubgraph,
    limit: number,
    deferral?: Deferral,
  ) {
    this.variables = variables;
    this.coerced = coerced;
    this.ask = ask;
    this.limit = limit;
    this.room = limit;
    this.deferral = deferral;
  }

  /** Notes an error that a subgraph reported at a place of the answer. */
  report(fetch: number, error: AnswerError): void {
    if (this.deferral) this.deferral.report(fetch, error);
    else this.errors.add(error);
  }

  /** Counts what is delivered. @throws {AnswerTooLarge} */
  take(text: string | undefined): void {
    if (text === undefined) return;
    if (text.length > this.room) throw new AnswerTooLarge();
    this.room -= text.length;
  }

  /** Counts what was written and goes to nobody, since a null takes its place. Gives undefined: there is no text for it. */
  lose(text: string): undefined {
    this.room -= text.length;
    return undefined;
  }

  /** Notes that a null has come up to this place, which may be null. Gives its text. */
  nulled(where: Where): string {
    this.deferral?.forget(pathOf(where, this.indices));
    return 'null';
  }

  /** Notes that the answer has more characters than it may: this stands before all other errors, since it has cost everything. */
  overflow(): void {
    this.errors.list.unshift(answerTooLarge(this.limit));
  }

  /** Notes what the strings of a fetch's answer are made of. */
  readsFrom(fetch: number, { clean }: SubgraphAnswer): void {
    this.clean &&= clean;
    if (!clean) this.#escaped[fetch] = true;
  }

  /** Whether no string that these fetches brought needs escaping. */
  isClean(fetches: readonly number[]): boolean {
    if (this.clean) return true;
    for (const fetch of fetches) if (this.#escaped[fetch]) return false;
    return true;
  }

  /** Whether anything went wrong so far. */
  get hasTrouble(): boolean {
    return this.errors.list.length > 0 || (this.#failures?.any ?? false);
  }

  /**
   * Notes that a fetch failed as a whole. It is told at every field of the answer that is missing for it.
   * @param told how often it was told already
   */
  fail(fetch: number, error: AnswerError, told = 0): void {
    if (!this.#noted().add(fetch, error, told)) this.report(fetch, error);
  }

  /** Notes that one entity failed as a whole. It is told at every field of it that is missing. */
  failEntity(fetch: number, path: Path, error: AnswerError): void {
    if (!this.#noted().addEntity(fetch, path, error)) this.report(fetch, { ...error, path });
  }

  /** Notes that a fetch reported more errors than are noted one by one: no null of its data is an error of its own then. */
  leaveOut(fetch: number, errors: AnswerError): void {
    this.#noted().explainAll(fetch, errors);
    this.report(fetch, errors);
  }

  #noted(): Failures {
    this.#failures ??= new Failures(this.errors);
    return this.#failures;
  }

  /** Why one of these fetches failed; undefined where none did. */
  failureOf(fetches: Iterable<number>): AnswerError | undefined {
    return this.#failures?.of(fetches);
  }

  /** Reports a value that its type forbids. Gives undefined: there is no text for it. */
  reject(where: Where, message: string): undefined {
    if (this.deferral?.quiet) return undefined;
    this.errors.add(invalid(message, pathOf(where, this.indices)));
    return undefined;
  }

  /** Reports that something may not be read. Gives undefined: there is no text for it. */
  refuse(where: Where, { message, code }: Reason | typeof CONDITION_NULL): undefined {
    if (this.deferral?.quiet) return undefined;
    this.errors.add({ message, path: pathOf(where, this.indices), extensions: { code }, foreign: false });
    return undefined;
  }

  /**
   * Reports that something is missing which must be there, unless the reason is reported already: an error at, above or
   * below the place, or the failure of a fetch that would have brought it.
   */
  rejectMissing(where: Where, message: string, fetches: readonly number[]): undefined {
    if (this.deferral?.quiet) return undefined;
    if (this.tellFailure(where, fetches)) return undefined;
    const path = pathOf(where, this.indices);
    this.#tellReported(path);
    if (!this.errors.explains(path)) this.errors.add(invalid(message, path));
    return undefined;
  }

  /** Tells, at a field without a value, that a fetch or an entity failed which would have brought it. Gives whether one did. */
  tellFailure(where: Where, fetches: readonly number[]): boolean {
    if (!this.#failures?.any || this.deferral?.quiet) return false;
    const among = (fetch: number) => this.deferral?.among(fetch) ?? true;
    const path = pathOf(where, this.indices);
    this.#tellReported(path);
    return this.#failures.tell(path, fetches, among);
  }

  /** Tells now what was reported of a deferred part that is not to come, since the place where it would be found is null. */
  #tellReported(path: Path): void {
    for (const error of this.deferral?.takeReported(path) ?? []) this.tell(error);
  }

  /** Tells an error that a subgraph reported, unless one is told at its place: two parts may have asked for the same field. */
  tell(error: AnswerError): void {
    if (!this.errors.tells(error.path ?? [])) this.errors.add(error);
  }

  /**
   * Tells of failures that cost no field of the answer: once each, at no field but the entity's. To be called last.
   * @param of the fetches that are meant; by default all
   */
  tellRemainingFailures(of: (fetch: number) => boolean = () => true): void {
    this.#failures?.tellRemaining(of);
  }

  /** The JSON text of a variable as the client sent it; undefined where it sent none, so that its default holds. */
  variableText(name: string): Utf8Text | undefined {
    if (!Object.hasOwn(this.variables, name)) return undefined;
    this.#variableTexts ??= new Map();
    let text = this.#variableTexts.get(name);
    if (text === undefined) {
      text = utf8Text(JSON.stringify(this.variables[name]));
      this.#variableTexts.set(name, text);
    }
    return text;
  }
}

function invalid(message: string, path: (string | number)[]): AnswerError {
  return { message, path, extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' }, foreign: false };
}
