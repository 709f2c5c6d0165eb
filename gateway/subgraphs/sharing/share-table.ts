/** What must be equal for two questions to a subgraph to be one. */
export interface Shareable {
  readonly body: string;
  /** Of the headers that may change the answer. */
  readonly identity: string;
  /** Who asks, where the question is personal. */
  readonly person: string | undefined;
}

/** An entry of the table. */
export interface Shared extends Shareable {
  /** `shareHash` of it. */
  readonly hash: number;
  /** For the table: the next entry of the same bucket. */
  next: Shared | undefined;
}

/** How many buckets there are; a power of two. */
const BUCKETS = 1024;
/** How many characters of a body are looked at in all its length, and how many at its end, where requests mostly differ. */
const SAMPLES = 32;
const END = 32;

/**
 * Finds what is under way by what it is. A Map would need a key in one piece, and keep what it has forgotten alive until the next large
 * garbage collection: that cost 9 µs a fetch, this costs 1.
 */
export class ShareTable<T extends Shared> {
  readonly #buckets: (T | undefined)[] = new Array(BUCKETS).fill(undefined);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The entry that is equal; of several, that which was added last. */
  find({ body, identity, person }: Shareable, hash: number): T | undefined {
    let entry = this.#buckets[hash & (BUCKETS - 1)];
    while (entry) {
      const same = entry.hash === hash && entry.person === person && entry.identity === identity && entry.body === body;
      if (same) return entry;
      entry = entry.next as T | undefined;
    }
    return undefined;
  }

  add(entry: T): void {
    const bucket = entry.hash & (BUCKETS - 1);
    entry.next = this.#buckets[bucket];
    this.#buckets[bucket] = entry;
    this.#size++;
  }

  /** Forgets an entry; does nothing where it was not added. */
  delete(entry: T): void {
    const bucket = entry.hash & (BUCKETS - 1);
    let before: Shared | undefined;
    for (let each: Shared | undefined = this.#buckets[bucket]; each; each = each.next) {
      if (each === entry) {
        if (before) before.next = entry.next;
        else this.#buckets[bucket] = entry.next as T | undefined;
        this.#size--;
        return;
      }
      before = each;
    }
  }
}

/** A number that is equal for equal questions, and mostly differs for others. @param identityHash `textHash` of the identity */
export function shareHash({ body, person }: Shareable, identityHash: number): number {
  const { length } = body;
  let hash = mixed(identityHash, length);
  const end = Math.max(0, length - END);
  const step = Math.max(1, Math.floor(end / SAMPLES));
  for (let at = 0; at < end; at += step) hash = mixed(hash, body.charCodeAt(at));
  for (let at = end; at < length; at++) hash = mixed(hash, body.charCodeAt(at));
  return person === undefined ? hash : textHash(person, hash);
}

/** A number that is equal for equal texts. */
export function textHash(text: string, seed = 0): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = mixed(hash, text.charCodeAt(at));
  return hash;
}

/** One step of FNV-1a. http://www.isthe.com/chongo/tech/comp/fnv/ */
function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}
