import { Pool } from 'undici';

/** A request that is sent again and again. */
export interface Shot {
  readonly url: URL;
  /** What is posted; null for a GET. */
  readonly body: string | null;
  /** Headers of the nth request, beside the type of what is posted. */
  readonly headers: (nth: number) => Readonly<Record<string, string>>;
}

/** What a load saw. Milliseconds. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p99Ms: number;
}

/** Sends a request once. @throws when the status is not 200 */
export async function shoot(shot: Shot): Promise<Buffer> {
  const pool = poolFor(shot, 1);
  return send(pool, shot, 0).finally(() => pool.destroy());
}

/**
 * Sends a request from many connections, each the next one as soon as the last is answered, and waits for the last answers.
 * @param bytes how long each answer must be; another length is another answer
 * @throws when an answer is not what it should be
 */
export async function load(
  shot: Shot,
  { connections, seconds, bytes }: { connections: number; seconds: number; bytes: number },
): Promise<LoadResult> {
  const pool = poolFor(shot, connections);
  const latencies: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let sent = 0;
  const client = async () => {
    for (let now = performance.now(); now < until; ) {
      const { length } = await send(pool, shot, sent++);
      if (length !== bytes) throw new Error(`An answer had ${length} bytes, not ${bytes}`);
      const later = performance.now();
      latencies.push(later - now);
      now = later;
    }
  };
  await Promise.all(Array.from({ length: connections }, client)).finally(() => pool.destroy());
  const took = (performance.now() - begun) / 1000;
  latencies.sort((a, b) => a - b);
  return { requests: sent, seconds: took, p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN };
}

const JSON_BODY = { 'content-type': 'application/json' };

function poolFor({ url }: Shot, connections: number): Pool {
  return new Pool(url.origin, { connections, pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
}

function send(pool: Pool, { url, body, headers }: Shot, nth: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let status = 0;
  pool.dispatch(
    {
      path: url.pathname + url.search,
      method: body === null ? 'GET' : 'POST',
      headers: { ...(body !== null && JSON_BODY), accept: 'application/json', ...headers(nth) },
      body,
    },
    {
      onRequestStart() {},
      onResponseStart(_controller, code) {
        status = code;
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        const answer = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
        if (status === 200) resolve(answer);
        else reject(new Error(`HTTP ${status}: ${answer.toString().slice(0, 500)}`));
      },
      onResponseError(_controller, error) {
        reject(error);
      },
    },
  );
  return promise;
}
