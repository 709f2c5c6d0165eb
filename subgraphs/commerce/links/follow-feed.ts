import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { z } from 'zod';
import type { LinkChange } from '../store/links/link-targets.ts';

/** What content's feed answers; `next` is the position to go on after. */
const FeedPage = z.object({
  links: z.array(
    z.object({
      position: z.int(),
      linkId: z.string(),
      noteId: z.string(),
      productId: z.string(),
      authorId: z.string(),
      status: z.enum(['PENDING_REVIEW', 'ACTIVE', 'PAUSED', 'REMOVED']),
    }),
  ),
});

const PAGE = 1_000;
const TIMEOUT_MS = 2_000;

export interface LinkFeedOptions {
  /** Content's feed of product links. */
  readonly url: string;
  /** What content wants to be shown; undefined for nothing. */
  readonly token: string | undefined;
  /** How long between two looks, in milliseconds. */
  readonly intervalMs: number;
  /** The position after which to read on. */
  readonly position: () => Promise<number>;
  readonly apply: (changes: readonly LinkChange[]) => Promise<void>;
  /** Told when content can't be reached, and when it can again. */
  readonly log: { warn(message: string): void; info(message: string): void };
}

/** Follows content's product links. */
export interface LinkFeed {
  /** Takes in every change that content had made before the call; true unless content could not be reached. */
  pull(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Begins to follow content's product links: now and at every interval, until stopped. Content being down delays it and stops nothing. */
export function followLinkFeed(options: LinkFeedOptions): LinkFeed {
  const stopping = new AbortController();
  let failures = 0;
  let running: Promise<boolean> | undefined;
  let next: Promise<boolean> | undefined;

  const readToEnd = async (): Promise<boolean> => {
    try {
      while ((await takePage(options, stopping.signal)) === PAGE);
      if (failures > 1) options.log.info('content’s feed of product links can be read again');
      failures = 0;
    } catch (error) {
      // The first look may come before content, started at the same time, listens.
      failures++;
      if (failures === 2 && !stopping.signal.aborted) {
        options.log.warn(
          `content’s feed of product links can't be read: ${error instanceof Error ? error.message : error}`,
        );
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
async function takePage({ url, token, position, apply }: LinkFeedOptions, stopping: AbortSignal): Promise<number> {
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
  const { links } = FeedPage.parse(await body.json());
  await apply(links);
  return links.length;
}
