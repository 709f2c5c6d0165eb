import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../bench/load/random.ts';

/** A conversion as the feed tells of it. */
export interface ToldConversion {
  readonly id: string;
  readonly version: number;
  readonly stage: string;
  readonly state: string;
  readonly noteId: string | null;
  readonly value: { readonly amount: string } | null;
}

const GONE = 410;
const POLL_MS = 100;
const TIMEOUT_MS = 15_000;
const PATIENCE_MS = 90_000;

/** The feed says that a cursor is wrong. Nobody may ever be told so here: no database was taken back. */
class WrongCursorError extends Error {}

/**
 * Reads the feed as a partner does: page by page from the last cursor, from whichever server answers, and again from there after any
 * failure, in the middle of an answer too. It keeps the highest version of each conversion.
 */
export class FeedFollower {
  readonly #origins: readonly string[];
  readonly #random: Random;
  readonly #held = new Map<string, ToldConversion>();
  #cursor: string | null = null;
  /** Answers that broke off, or never came. */
  failures = 0;

  /** @param origins where the feed can be read */
  constructor(origins: readonly string[], random: Random) {
    this.#origins = origins;
    this.#random = random;
  }

  get held(): Iterable<ToldConversion> {
    return this.#held.values();
  }

  /** Reads on and on until told to stop. */
  async follow(until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      await this.#read();
      await sleep(POLL_MS);
    }
  }

  /** Reads to the end of what there is. */
  async catchUp(): Promise<void> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (!(await this.#read())) {
      if (Date.now() > giveUpAt) throw new Error('The feed could not be read to its end.');
      await sleep(POLL_MS);
    }
  }

  /** @returns whether it came to the end */
  async #read(): Promise<boolean> {
    const origin = this.#origins[this.#random.below(this.#origins.length)] as string;
    const after = this.#cursor === null ? '' : `?after=${encodeURIComponent(this.#cursor)}`;
    try {
      const response = await fetch(`${origin}/feed/conversions${after}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (response.status === GONE) throw new WrongCursorError(await response.text());
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      let [rest, isEnd] = ['', false];
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const lines = `${rest}${chunk}`.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) isEnd = this.#take(JSON.parse(line));
      }
      return isEnd;
    } catch (error) {
      if (error instanceof WrongCursorError) throw error;
      this.failures += 1;
      return false;
    }
  }

  /** @returns whether it is the last line of a stream that came to its end: it tells only how far the feed was looked through */
  #take(line: ToldConversion & { readonly cursor: string }): boolean {
    this.#cursor = line.cursor;
    if (line.id && line.version > (this.#held.get(line.id)?.version ?? 0)) this.#held.set(line.id, line);
    return !line.id;
  }
}
