import type { PersonHashes } from '../../kit/people/distinct-people.ts';
import type { PersonNumber } from './credit-facts.ts';

/** Numbers for persons, and their hashes by number. */
export interface PersonNumbers {
  readonly numberOf: PersonNumber;
  readonly hashes: PersonHashes;
}

/** Gives those who count small numbers. @param persons 64 hexadecimal digits each */
export function numberPersons(persons: ReadonlySet<string>): PersonNumbers {
  const numbers = new Map<string, number>();
  const hashes = { high: new Uint32Array(persons.size), low: new Uint32Array(persons.size) };
  for (const person of persons) {
    const number = numbers.size;
    numbers.set(person, number);
    // A key is a hash already; but whoever sends events chooses it.
    const high = mixed(Number.parseInt(person.slice(0, 8), 16) ^ mixed(Number.parseInt(person.slice(16, 24), 16)));
    hashes.high[number] = high;
    hashes.low[number] = mixed(high ^ Number.parseInt(person.slice(8, 16), 16));
  }
  return { numberOf: (person) => (person === null ? -1 : (numbers.get(person) ?? -1)), hashes };
}

/** murmur3's finaliser: every bit of the result depends on every bit given. https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp */
function mixed(word: number): number {
  let hash = word | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
