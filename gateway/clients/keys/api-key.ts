import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An API key: `rck_`, its id, by which it is looked up, and 256 random bits. */
const KEY = /^rck_([0-9a-f]{16})_[\w-]{43}$/;

/** A new key, and what is kept of it. */
export interface NewKey {
  /** What its holder shows; kept nowhere. */
  readonly text: string;
  readonly id: string;
  /** Base64url. */
  readonly digest: string;
}

/** Makes a key. */
export function newKey(): NewKey {
  const id = randomBytes(8).toString('hex');
  const text = `rck_${id}_${randomBytes(32).toString('base64url')}`;
  return { text, id, digest: hash('sha256', text, 'base64url') };
}

/** The id of what reads like a key; undefined for anything else. */
export function keyIdOf(text: string): string | undefined {
  return KEY.exec(text)?.[1];
}

/**
 * What a shown key is compared with. A plain hash is enough for what is random: there is nothing to guess that a slow one would have to
 * protect. Once shown, the key itself is compared, which takes a tenth of the time. Comparing takes as long whatever is shown.
 */
export class KeyDigest {
  readonly #digest: Buffer;
  #known: Buffer | undefined;

  /** @param digest SHA-256 of the key, base64url */
  constructor(digest: string) {
    this.#digest = Buffer.from(digest, 'base64url');
  }

  /** Whether this is the key. @param text reads like a key, see `keyIdOf` */
  isOf(text: string): boolean {
    const shown = Buffer.from(text, 'latin1');
    if (this.#known) return timingSafeEqual(shown, this.#known);
    const is = timingSafeEqual(hash('sha256', shown, 'buffer'), this.#digest);
    if (is) this.#known = shown;
    return is;
  }
}
