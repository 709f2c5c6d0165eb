import type { SubgraphQuestion } from './subgraph-client.ts';

/** Longest body, in characters, that stands in a key as it is. */
const WHOLE = 256;
/** How much of the end of a longer one stands there: requests that differ in one key mostly differ there. */
const END = 128;

/**
 * What equal questions have in common; undefined for a question that nobody may share. Different bodies may have one key, so that
 * who finds a question by it compares the bodies: that costs less than hashing them whole.
 * @param identity of the forwarded headers, see `headerIdentity`
 */
export function shareKey(question: SubgraphQuestion, identity: string, person: string | undefined): string | undefined {
  const { kind, personal, subgraph, body } = question;
  if (kind !== 'query' || (personal && person === undefined)) return undefined;
  const who = personal ? JSON.stringify(person) : '';
  const text = body.length <= WHOLE ? body : `${body.length} ${body.slice(-END)}`;
  return `${subgraph}\n${identity}\n${who}\n${text}`;
}

/**
 * Text that is equal for headers that can't make a difference to an answer.
 * @param ignored headers that change no answer, names in lower case
 */
export function headerIdentity(headers: Readonly<Record<string, string>>, ignored: ReadonlySet<string>): string {
  const relevant = Object.entries(headers).filter(([name]) => !ignored.has(name));
  return JSON.stringify(relevant.sort(([one], [other]) => (one < other ? -1 : 1)));
}
