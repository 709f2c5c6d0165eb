import type { HeaderMap } from '@apollo/server';
import { BoundedCache } from '../../caches/bounded-cache.ts';

/** How many `accept` headers are remembered, and the longest of them, in characters: clients choose them. */
const LIMIT = 100;
const MOST_CHARACTERS = 200;

/** Remembers the type of answer that Apollo Server chose for an `accept` header: choosing costs it five microseconds each time. */
export class ContentTypes {
  readonly #byAccept = new BoundedCache<string, string>(LIMIT);

  /** The type for a request with these headers; undefined where it is not known. */
  for(request: HeaderMap): string | undefined {
    return this.#byAccept.get(request.get('accept') ?? '');
  }

  /** Notes what was chosen for a request that has been answered. */
  learn(request: HeaderMap, response: HeaderMap): void {
    const accept = request.get('accept') ?? '';
    const type = response.get('content-type');
    if (type === undefined || accept.length > MOST_CHARACTERS || this.#byAccept.get(accept) !== undefined) return;
    this.#byAccept.set(accept, type);
  }
}
