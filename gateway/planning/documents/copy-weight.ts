import { type FieldNode, print } from 'graphql';
import { tooComplex } from '../planning-failure.ts';

/** What selections come to when every fragment is put wherever it is spread; one for a field, and more for long arguments. */
export interface Weight {
  /** Of what the client selects. */
  readonly own: number;
  /** Of what is there beside it since one selection is asked of several types, each for itself. */
  readonly added: number;
}

export const WEIGHTLESS: Weight = { own: 0, added: 0 };

/** Of one field without what it selects. */
export function weightOf({ arguments: given = [], directives = [] }: FieldNode): Weight {
  const texts = [...given, ...directives].map((each) => print(each).length);
  return { own: 1 + Math.floor(texts.reduce((sum, each) => sum + each, 0) / FIELD_LENGTH), added: 0 };
}

/** Of two parts together. */
export function sum(one: Weight, other: Weight): Weight {
  return { own: one.own + other.own, added: one.added + other.added };
}

/** So many characters of arguments weigh as much as a field. */
const FIELD_LENGTH = 100;

/** Keeps what copies come to within a limit: it multiplies with each interface within another. */
export class CopyLimit {
  readonly #limit: number;
  #copies = 0;

  /** @param limit the most that may be added to an operation */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * What a selection weighs that is asked of several types, each for itself.
   * @throws {GraphQLError} beyond the limit; `OPERATION_TOO_COMPLEX`
   */
  copied(weight: Weight, types: number): Weight {
    // Of many siblings each may be within the limit.
    this.#copies += types - 1;
    if (this.#copies > this.#limit) throw tooComplex();
    return this.kept({ own: weight.own, added: weight.added * types + weight.own * (types - 1) });
  }

  /**
   * The weight, which is within the limit.
   * @throws {GraphQLError} beyond it; `OPERATION_TOO_COMPLEX`
   */
  kept(weight: Weight): Weight {
    if (weight.added > this.#limit) throw tooComplex();
    return weight;
  }
}
