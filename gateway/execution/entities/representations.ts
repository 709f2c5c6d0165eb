import { AnswerTooLarge } from '../answer-room.ts';
import { jsonText } from '../json-text.ts';

/** The representations that go into one request: what they have in common beside the text is their context. */
export interface RepresentationGroup {
  /** JSON text of the variables that come from `@fromContext`, each with a leading comma; empty for none. */
  readonly context: string;
  /** The representations' JSON texts, separated by commas. */
  texts: string;
  /** The numbers of the representations, in the order of `texts`. */
  readonly numbers: number[];
}

/** Values lead, one after the other, to the number of the representation that has them. */
type Trie = Map<unknown, Trie | number>;

/** Representations of one type whose required fields are leaves. */
export class RepresentationShape {
  /** The same for shapes whose equal values are equal representations. */
  readonly name: string;
  readonly #start: string;
  readonly #labels: readonly string[];

  constructor(typename: string, sentTypename: string, leaves: readonly { readonly key: string }[]) {
    this.name = JSON.stringify([typename, ...leaves.map(({ key }) => key)]);
    this.#start = `{"__typename":${JSON.stringify(sentTypename)}`;
    this.#labels = leaves.map(({ key }) => `,${JSON.stringify(key)}:`);
  }

  text(values: readonly unknown[], clean: boolean): string {
    let text = this.#start;
    for (let index = 0; index < values.length; index++) text += this.#labels[index] + jsonText(values[index], clean);
    return `${text}}`;
  }
}

/** Collects the representations of one fetch; equal ones are asked for once. */
export class Representations {
  readonly groups = new Map<string, RepresentationGroup>();
  /** Whether some object could not be asked for, since a required field of it is missing. */
  incomplete = false;
  /** Why some object could not be asked for, where a required field of it nests too deep to be written. */
  failure: Error | undefined;
  /** How many characters they may yet have. */
  #room: number;
  #byText: Map<string, number> | undefined;
  readonly #byValues: Trie = new Map();
  #lastShape: RepresentationShape | undefined;
  #lastTrie: Trie = this.#byValues;
  #count = 0;

  /** @param room most characters of all of them; past it `AnswerTooLarge` is thrown */
  constructor(room: number) {
    this.#room = room;
  }

  /** How many different representations there are; their numbers are 0 to count - 1. */
  get count(): number {
    return this.#count;
  }

  /** Gives the number of the representation with this text. */
  add(text: string, context: string): number {
    const key = context === '' ? text : `${context}\n${text}`;
    this.#byText ??= new Map();
    const known = this.#byText.get(key);
    if (known !== undefined) return known;
    const number = this.#append(text, context);
    this.#byText.set(key, number);
    return number;
  }

  /** The same as `addByValues` for a single value. */
  addByValue(shape: RepresentationShape, value: unknown, clean: boolean): number {
    const trie = this.#trieOf(shape);
    const known = trie.get(value);
    if (typeof known === 'number') return known;
    const number = this.#append(shape.text([value], clean), '');
    trie.set(value, number);
    return number;
  }

  /**
   * Gives the number of a representation without context that is told by its leaf values.
   * @param clean see `jsonText`
   */
  addByValues(shape: RepresentationShape, values: readonly unknown[], clean: boolean): number {
    let trie = this.#trieOf(shape);
    const last = values.length - 1;
    for (let index = 0; index < last; index++) trie = branch(trie, values[index]);
    const known = trie.get(values[last]);
    if (typeof known === 'number') return known;
    const number = this.#append(shape.text(values, clean), '');
    trie.set(values[last], number);
    return number;
  }

  #trieOf(shape: RepresentationShape): Trie {
    if (shape !== this.#lastShape) {
      this.#lastTrie = branch(this.#byValues, shape.name);
      this.#lastShape = shape;
    }
    return this.#lastTrie;
  }

  #append(text: string, context: string): number {
    const number = this.#count++;
    const group = this.groups.get(context);
    this.#room -= text.length + (group ? 0 : context.length);
    if (this.#room < 0) throw new AnswerTooLarge();
    if (group) {
      group.texts += `,${text}`;
      group.numbers.push(number);
    } else {
      this.groups.set(context, { context, texts: text, numbers: [number] });
    }
    return number;
  }
}

function branch(trie: Trie, value: unknown): Trie {
  const known = trie.get(value);
  if (known instanceof Map) return known;
  const made: Trie = new Map();
  trie.set(value, made);
  return made;
}
