import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';

/** What is followed, and what is done with it. */
export interface FeedOptions<Change> {
  /** What it tells of, as the log names it. */
  readonly of: string;
  readonly url: string;
  /** What its server wants to be shown; undefined for nothing. */
  readonly token: string | undefined;
  /** How long between two looks, in milliseconds. */
  readonly intervalMs: number;
  /** The position after which to read on. */
  readonly position: () => Promise<number>;
  /** Reads a page's body. It throws where that is no page. */
  readonly read: (body: unknown) => readonly Change[];
  readonly apply: (changes: readonly Change[]) => Promise<void>;
  /** Told when the feed can't be read, and when it can again. */
  readonly log: { warn(message: string): void; info(message: string): void };
}

/** Follows what another subgraph tells of by its own feed. */
export interface FollowedFeed {
  /** Takes in every change that was made there before the call; true unless it could not be reached. */
  pull(): Promise<boolean>;
  stop(): Promise<void>;
}

const PAGE = 1_000;
const TIMEOUT_MS = 2_000;

/** Begins to follow a feed: now and at every interval, until stopped. Its server being down delays it and stops nothing. */
export function followFeed<Change>(options: FeedOptions<Change>): FollowedFeed {
  const stopping = new AbortController();
  let failures = 0;
  let running: Promise<boolean> | undefined;
  let next: Promise<boolean> | undefined;

  const readToEnd = async (): Promise<boolean> => {
    try {
      while ((await takePage(options, stopping.signal)) === PAGE);
      if (failures > 1) options.log.info(`content’s feed of ${options.of} can be read again`);
      failures = 0;
    } catch (error) {
      // The first look may come before its server, started at the same time, listens.
      failures++;
      if (failures === 2 && !stopping.signal.aborted) {
        const why = error instanceof Error ? error.message : error;
        options.log.warn(`content’s feed of ${options.of} can't be read: ${why}`);
      }
    }
    return failures === 0;
  };
  const run = () => {
    running = readToEnd().finally(() => {
      running = undefined;
    });
    return running;
  };
  // A look under way may have passed what was changed since: who comes then waits, with all others, for the next one.
  const pull = () => {
    if (!running) return run();
    next ??= running.then(() => {
      next = undefined;
      return run();
    });
    return next;
  };
  const following = (async () => {
    while (!stopping.signal.aborted) {
      await pull();
      await sleep(options.intervalMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  const stop = async () => {
    stopping.abort();
    await following;
  };
  return { pull, stop };
}

/** @returns how many changes the page held */
async function takePage<Change>(options: FeedOptions<Change>, stopping: AbortSignal): Promise<number> {
  const { url, token, position, read, apply } = options;
  const page = new URL(url);
  page.searchParams.set('after', String(await position()));
  page.searchParams.set('limit', String(PAGE));
  const { statusCode, body } = await request(page, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    signal: AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  if (statusCode !== 200) {
    await body.dump();
    throw new Error(`it answered ${statusCode}`);
  }
  const changes = read(await body.json());
  await apply(changes);
  return changes.length;
}
