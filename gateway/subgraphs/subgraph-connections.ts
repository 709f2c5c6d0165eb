import { type Asker, ClientRequest, Telling, type ToldHeaders } from './client-request.ts';
import type { HeaderRule } from './headers/header-rules.ts';
import { type Propagation, propagated } from './headers/propagated-headers.ts';
import type { Common } from './sharing/in-flight.ts';
import { openSubgraph, type Subgraph, type SubgraphOptions, type SubgraphWatch } from './subgraph.ts';
import type { SubgraphAnswer, SubgraphQuestion } from './subgraph-client.ts';
import { checkSubgraphUrl } from './subgraph-url.ts';
import { Deadlines } from './transport/deadlines.ts';
import { SubgraphFailure } from './transport/failure.ts';

/** The subgraphs of one supergraph, as they are reached. */
export interface OpenSubgraphs {
  readonly byName: ReadonlyMap<string, Subgraph>;
  /**
   * The way for one client request to ask, from now until `requestTimeout` has passed.
   * @throws {SubgraphFailure} (the promise) when no GraphQL answer came in time
   */
  askerFor(asker: Asker): (question: SubgraphQuestion) => Promise<SubgraphAnswer>;
  /**
   * What makes a difference to whatever these subgraphs answer to an asker: equal texts, equal answers.
   * @param names those that are meant; by default all
   */
  identityOf(asker: Asker, names?: readonly string[]): string;
  /** What one subgraph is told of an asker. */
  told(asker: Asker, name: string): ToldHeaders;
  /** How many writes have been answered by any subgraph. */
  readonly writesAnswered: number;
  /** The supergraph is replaced: requests that began before may go on to their end. */
  close(): void;
}

/** What connections are made with, beside the options of each subgraph. */
export interface ConnectionOptions extends SubgraphOptions {
  /** `all`: the asker's headers are already those that subgraphs are to be told. */
  readonly propagateHeaders: readonly HeaderRule[] | 'all';
  /** URLs in place of the supergraph's own, by name. */
  readonly subgraphUrls?: readonly (readonly [string, string])[] | undefined;
}

/** A subgraph that is open, and by how many supergraphs it is used. */
interface Kept {
  readonly subgraph: Subgraph;
  uses: number;
}

/** Longest that a replaced supergraph's connections are kept, in milliseconds. */
const LONGEST = 600_000;

/** The connections of a process to subgraphs. Supergraphs that follow each other keep those to subgraphs with the same name and URL. */
export class SubgraphConnections {
  readonly #options: ConnectionOptions;
  readonly #watch: SubgraphWatch;
  readonly #common: Common = { deadlines: new Deadlines(), writes: { answered: 0 } };
  /** By name and URL. */
  readonly #kept = new Map<string, Kept>();
  /** By their rules, as text: subgraphs with the same rules share one. */
  readonly #propagations = new Map<string, Propagation>();
  readonly #closing = new Set<NodeJS.Timeout>();

  constructor(options: ConnectionOptions, watch: SubgraphWatch) {
    this.#options = options;
    this.#watch = watch;
  }

  /**
   * Opens the subgraphs of a supergraph.
   * @param subgraphUrls the URLs that it gives, by name
   * @throws {Mendable} where a URL can't be used, or holds credentials
   */
  open(subgraphUrls: ReadonlyMap<string, string>): OpenSubgraphs {
    const own = new Map(this.#options.subgraphUrls);
    const urls = [...subgraphUrls].map(([name, url]) => [name, own.get(name) ?? url] as const);
    for (const [name, url] of urls) checkSubgraphUrl(name, url);
    const used = urls.map(([name, url]) => this.#use(name, url));
    const byName = new Map(used.map(({ subgraph }) => [subgraph.name, subgraph] as const));
    const propagationsTo = (names: Iterable<string>) => [
      ...new Set([...names].map((name) => this.#propagationTo(name))),
    ];
    const toAll = propagationsTo(byName.keys());
    const { writes } = this.#common;
    // Who asks is first asked for its identity: what is told of it is not made twice.
    let last: Telling | undefined;
    const tellingOf = (asker: Asker): Telling => {
      if (!last?.isOf(asker)) last = new Telling(asker);
      return last;
    };
    return {
      byName,
      identityOf(asker, names) {
        const telling = tellingOf(asker);
        const [only, ...others] = names ? propagationsTo(names) : toAll;
        if (only && others.length === 0) return telling.told(only).identity;
        return (only ? [only, ...others] : []).map((each) => telling.told(each).identity).join('\n');
      },
      told: (asker, name) => tellingOf(asker).told(this.#propagationTo(name)),
      get writesAnswered() {
        return writes.answered;
      },
      askerFor: (asker) => {
        const deadline = performance.now() + this.#options.requestTimeout;
        const request = new ClientRequest(asker, deadline, tellingOf(asker));
        return (question) => {
          const subgraph = byName.get(question.subgraph);
          if (subgraph) return subgraph.inFlight.ask(question, request);
          const cause = new Error('The subgraph was not opened');
          return Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', question.subgraph, cause));
        };
      },
      close: () => this.#releaseLater(used),
    };
  }

  /** Gives every connection up at once: for the end, when nobody waits for what a subgraph may still say. */
  async destroy(): Promise<void> {
    for (const timer of this.#closing) clearTimeout(timer);
    const subgraphs = [...this.#kept.values()].map(({ subgraph }) => subgraph);
    for (const { connections } of subgraphs) connections.destroy();
    await Promise.all(subgraphs.map(({ pool }) => pool.destroy()));
  }

  #use(name: string, url: string): Kept {
    const key = `${name} ${url}`;
    const known = this.#kept.get(key);
    if (known) {
      known.uses++;
      return known;
    }
    const parts = { name, url, propagation: this.#propagationTo(name), common: this.#common, watch: this.#watch };
    const kept = { subgraph: openSubgraph(parts, this.#options), uses: 1 };
    this.#kept.set(key, kept);
    return kept;
  }

  #propagationTo(name: string): Propagation {
    const { propagateHeaders } = this.#options;
    if (propagateHeaders === 'all') return untouched;
    const rules = propagateHeaders.filter(({ subgraph }) => subgraph === undefined || subgraph === name);
    const key = JSON.stringify(rules.map(({ from, to }) => [from, to]));
    const propagation = this.#propagations.get(key) ?? propagated(rules);
    this.#propagations.set(key, propagation);
    return propagation;
  }

  /** A request that began before may ask as long as it may last, and then wait for its answer. */
  #releaseLater(used: readonly Kept[]): void {
    const timer = setTimeout(
      () => {
        this.#closing.delete(timer);
        for (const kept of used) this.#release(kept);
      },
      Math.min(this.#options.requestTimeout, LONGEST),
    );
    timer.unref();
    this.#closing.add(timer);
  }

  #release(kept: Kept): void {
    kept.uses--;
    if (kept.uses > 0) return;
    for (const [key, each] of this.#kept) if (each === kept) this.#kept.delete(key);
    kept.subgraph.connections.close();
    // Waits for what is under way, such as a forwarded request. What fails of it is told to who asked.
    kept.subgraph.pool.close().catch(() => undefined);
  }
}

const untouched: Propagation = (headers) => headers as Record<string, string>;
