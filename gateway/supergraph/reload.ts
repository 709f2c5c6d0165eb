import { createHash } from 'node:crypto';
import { Mendable } from '../errors/mendable.ts';
import type { Log } from '../telemetry/log.ts';
import type { SupergraphMetrics } from '../telemetry/supergraph.ts';
import { FileWatch } from './file-watch.ts';
import { type SourceSettings, sourceOf } from './open-source.ts';
import { type OpenWarmInput, type OpenWarmOptions, openWarm, type WarmSnapshot } from './open-warm.ts';
import type { Snapshot } from './snapshot.ts';
import type { SupergraphSource } from './supergraph-source.ts';

/** How a supergraph is read, opened and kept up to date. */
export interface SupergraphOptions extends OpenWarmOptions {
  readonly source: SourceSettings;
  /** How often the source is looked at beside the watch on its files, in milliseconds; 0 for never. */
  readonly poll: number;
}

/** What reloading works with. */
export interface SupergraphParts extends Pick<OpenWarmInput, 'registered'> {
  readonly log: Log;
  readonly metrics: SupergraphMetrics;
}

/** Called right before requests get a new snapshot. The one before answers its requests to their end. */
export type SwapListener = (next: Snapshot, before: Snapshot) => void;

/**
 * The supergraph that is served. A new text becomes a snapshot, which is warmed and swapped in with one assignment; one that can't be
 * used is refused, with its reason in the log, and the old snapshot stays. Of two that follow each other the later wins.
 */
export class ServedSupergraph {
  readonly #source: SupergraphSource;
  readonly #options: SupergraphOptions;
  readonly #parts: SupergraphParts;
  readonly #listeners = new Set<SwapListener>();
  readonly #watch: FileWatch;
  readonly #poll: NodeJS.Timeout | undefined;
  #current: Snapshot;
  /** The text that was read last, whether it could be used or not. */
  #latest: string;
  #complaint: string | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  /** Ends the reload that is under way. */
  #reload = new AbortController();
  #reloading: Promise<void> = Promise.resolve();
  #closed = false;

  private constructor(source: SupergraphSource, first: Snapshot, options: SupergraphOptions, parts: SupergraphParts) {
    this.#source = source;
    this.#options = options;
    this.#parts = parts;
    this.#current = first;
    this.#latest = first.supergraphSdl;
    this.#watch = new FileWatch(() => void this.look());
    this.#watch.watch(source.files());
    if (options.poll > 0) this.#poll = setInterval(() => void this.look(), options.poll).unref();
    parts.metrics.serving(hashOf(this.#latest));
  }

  /** @throws {Mendable} when the source can't be read, or holds no supergraph that can be served */
  static async open(options: SupergraphOptions, parts: SupergraphParts): Promise<ServedSupergraph> {
    const source = sourceOf(options.source);
    const sdl = (await source.read()) ?? '';
    const { signal } = new AbortController();
    const opened = await openWarm({ sdl, origin: source.origin, before: undefined, ...parts, signal }, options);
    if (!opened) throw new Error('Nobody could have asked for the end');
    try {
      return new ServedSupergraph(source, opened.snapshot, options, parts);
    } catch (error) {
      await opened.snapshot.close();
      throw error;
    }
  }

  /** Where it comes from, for messages. */
  get origin(): string {
    return this.#source.origin;
  }

  current(): Snapshot {
    return this.#current;
  }

  /** @returns a function that ends the listening */
  onSwap(listener: SwapListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks whether the source has changed. Resolves when what it holds is served, or was refused. */
  async look(): Promise<void> {
    this.#lookAgain = true;
    this.#looking ??= this.#lookWhileAsked();
    await this.#looking;
    await this.#reloading;
  }

  /** Looks again at what was refused: what it was refused for may be gone. Resolves as `look`. */
  async reconsider(): Promise<void> {
    const { supergraphSdl } = this.#current;
    if (this.#latest === supergraphSdl) return;
    this.#latest = supergraphSdl;
    this.#source.forget();
    await this.look();
  }

  /** Ends looking and the current snapshot; what is being planned is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#poll);
    this.#watch.close();
    this.#reload.abort();
    await this.#looking;
    await this.#reloading;
    await this.#current.close();
  }

  async #lookWhileAsked(): Promise<void> {
    while (this.#lookAgain && !this.#closed) {
      this.#lookAgain = false;
      await this.#lookOnce();
    }
    this.#looking = undefined;
  }

  async #lookOnce(): Promise<void> {
    try {
      const text = await this.#source.read();
      this.#complaint = undefined;
      if (this.#closed) return;
      if (text !== undefined && text !== this.#latest) this.#begin(text);
    } catch (error) {
      this.#refuse(error, 'unreadable');
    }
    if (!this.#closed) this.#watch.watch(this.#source.files());
  }

  /** Ends the reload that is under way, and begins this one. */
  #begin(text: string): void {
    this.#latest = text;
    this.#reload.abort();
    const reload = new AbortController();
    this.#reload = reload;
    const before = this.#reloading;
    this.#reloading = before.then(() => this.#make(text, reload.signal));
  }

  async #make(text: string, signal: AbortSignal): Promise<void> {
    const { supergraphSdl } = this.#current;
    if (signal.aborted || text === supergraphSdl) return;
    try {
      const { origin } = this.#source;
      const input = { sdl: text, origin, before: this.#current, ...this.#parts, signal };
      const opened = await openWarm(input, this.#options);
      if (opened) await this.#swap(opened);
    } catch (error) {
      // What is no fault of the text may go well the next time.
      if (!(error instanceof Mendable) && this.#latest === text) {
        this.#latest = supergraphSdl;
        this.#source.forget();
      }
      this.#refuse(error, 'refused');
    }
  }

  /** @throws what a listener throws: then the one before is served on, and the next is closed */
  async #swap({ snapshot: next, warmed }: WarmSnapshot): Promise<void> {
    const before = this.#current;
    try {
      for (const listener of this.#listeners) listener(next, before);
    } catch (error) {
      await next.close();
      throw error;
    }
    this.#current = next;
    before.retire();
    const hash = hashOf(next.supergraphSdl);
    this.#parts.metrics.reloaded('swapped');
    this.#parts.metrics.serving(hash);
    this.#parts.log.info({ supergraph: this.#source.origin, hash, warmed }, 'serving a new supergraph');
  }

  /** Tells why there is nothing new to serve; the same reason only once, as long as it lasts. */
  #refuse(error: unknown, outcome: 'refused' | 'unreadable'): void {
    const { log, metrics } = this.#parts;
    metrics.reloaded(outcome);
    const reason = error instanceof Error ? error.message : String(error);
    if (reason === this.#complaint) return;
    this.#complaint = reason;
    const details = error instanceof Mendable ? { reason } : { err: error };
    log.error({ supergraph: this.#source.origin, ...details }, 'the supergraph stays as it was');
  }
}

/** Names a supergraph's text in logs and metrics. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
