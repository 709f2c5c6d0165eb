/** What a note's text is searched by, in falling weight: PostgreSQL's A to C. */
export type VectorWeight = 'A' | 'B' | 'C';

/** A word repeated more often in one text counts no more. */
const MOST_REPETITIONS = 8;

/**
 * A tsvector's text, with our terms as its lexemes. PostgreSQL reads it as it stands: no parser, no dictionary, no locale.
 * @param fields the terms of each field, with repetitions, and the field's weight; the heaviest first
 */
export function searchVector(fields: readonly (readonly [VectorWeight, readonly string[]])[]): string {
  const positions = new Map<string, string[]>();
  let position = 0;
  for (const [weight, terms] of fields) {
    for (const term of terms) {
      // tsvector keeps positions up to 16,383; beyond it they would fall together.
      position = Math.min(position + 1, 16_383);
      const known = positions.get(term);
      if (!known) positions.set(term, [`${position}${weight}`]);
      else if (known.length < MOST_REPETITIONS) known.push(`${position}${weight}`);
    }
  }
  return [...positions].map(([term, places]) => `${quoteLexeme(term)}:${places.join(',')}`).join(' ');
}

/** A term as tsvector and tsquery read it. */
export function quoteLexeme(term: string): string {
  return `'${term.replace(/['\\]/g, (character) => character + character)}'`;
}
