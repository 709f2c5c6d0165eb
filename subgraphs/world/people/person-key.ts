import { stream } from '../random/stream.ts';

const WORDS = 8;

/** Keys that were made lately: most people do much. */
const MOST_KEPT = 100_000;
const kept = { seed: -1, keys: new Map<number, string>() };

/** The keyed hash by which the platforms know a person: 256 bits as 64 hexadecimal digits. */
export function personKey(seed: number, person: number): string {
  if (kept.seed !== seed || kept.keys.size > MOST_KEPT) Object.assign(kept, { seed, keys: new Map() });
  const known = kept.keys.get(person);
  if (known) return known;
  const key = makeKey(seed, person);
  kept.keys.set(person, key);
  return key;
}

function makeKey(seed: number, person: number): string {
  const random = stream(seed, 'person.key');
  let key = '';
  for (let word = 0; word < WORDS; word += 1)
    key += random
      .bits(person * WORDS + word)
      .toString(16)
      .padStart(8, '0');
  return key;
}
