import type { SubgraphAnswer } from '../subgraph-client.ts';

/** Where and how a subgraph sends what is subscribed to. */
export interface UpstreamTarget {
  readonly subgraph: string;
  readonly protocol: 'ws' | 'sse';
  readonly url: string;
  /** Longest wait for the subgraph to accept a connection or to answer a request, in milliseconds. */
  readonly timeout: number;
}

/** A subscription that a subgraph is asked for. */
export interface UpstreamRequest {
  readonly target: UpstreamTarget;
  /** JSON text of a GraphQL request. */
  readonly body: string;
  /** What the subgraph is told of the caller. */
  readonly headers: Readonly<Record<string, string>>;
  /** Further ones, which hold for a short time: made anew for each connection. */
  readonly signed?: (() => Readonly<Record<string, string>>) | undefined;
  /** Equal for callers of whom the subgraph is told the same: those share connections and subscriptions. */
  readonly identity: string;
  /** Who may share it: equal for equal persons, where its answers are personal. */
  readonly sharers: string;
}

/** How a subscription came to its end. */
export type UpstreamEnd =
  | { readonly kind: 'complete' }
  /** The subgraph refused it, or broke it off with these errors. */
  | { readonly kind: 'errors'; readonly errors: readonly unknown[] }
  /** It was lost and could not be had again. */
  | { readonly kind: 'lost' };

/** Takes what a subgraph sends. After `ended` nothing comes. */
export interface UpstreamSink {
  message(answer: SubgraphAnswer): void;
  ended(end: UpstreamEnd): void;
}

/** Takes what one attempt to subscribe brings. After anything but `message` nothing comes. */
export interface AttemptSink {
  message(answer: SubgraphAnswer): void;
  complete(): void;
  refused(errors: readonly unknown[]): void;
  /** @param hopeless whether trying again would end the same way */
  lost(cause: Error, hopeless: boolean): void;
}

/** Gives up what was begun; nothing comes afterwards. */
export type Stop = () => void;
