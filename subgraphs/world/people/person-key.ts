import { stream } from '../random/stream.ts';

const WORDS = 8;

/** The keyed hash by which the platforms know a person: 256 bits as 64 hexadecimal digits. */
export function personKey(seed: number, person: number): string {
  const random = stream(seed, 'person.key');
  let key = '';
  for (let word = 0; word < WORDS; word += 1)
    key += random
      .bits(person * WORDS + word)
      .toString(16)
      .padStart(8, '0');
  return key;
}
