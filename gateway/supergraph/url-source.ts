import { Mendable } from '../errors/mendable.ts';
import type { SupergraphSource } from './supergraph-source.ts';

/**
 * A supergraph at a URL. It is sent again only where its ETag has changed.
 * @throws {Mendable} where the URL names a user or a password
 */
export function urlSource(url: URL, { timeout, limit }: { timeout: number; limit: number }): SupergraphSource {
  const origin = url.origin + url.pathname;
  // The reason that `fetch` gives for refusing them would tell them.
  if (url.username || url.password)
    throw new Mendable(`The supergraph ${origin} can’t be asked for with a user or a password in its URL`);
  let etag: string | undefined;
  return {
    origin,
    files: () => [],
    forget() {
      etag = undefined;
    },
    async read() {
      try {
        const response = await fetch(url, {
          headers: etag === undefined ? {} : { 'if-none-match': etag },
          signal: AbortSignal.timeout(timeout),
        });
        if (response.status === 304) {
          await response.body?.cancel();
          return undefined;
        }
        if (response.status !== 200) {
          await response.body?.cancel();
          throw new Error(`HTTP ${response.status}`);
        }
        const text = await limitedText(response, limit);
        etag = response.headers.get('etag') ?? undefined;
        return text;
      } catch (error) {
        throw new Mendable(`The supergraph ${origin} can’t be read: ${reasonOf(error)}`, { cause: error });
      }
    },
  };
}

async function limitedText({ body }: Response, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new Error(`it is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Node's fetch says only that it failed; the reason is its cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message || message : message;
}
