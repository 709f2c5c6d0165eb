import type { ExecutionResult, GraphQLSchema } from 'graphql';
import {
  createSourceEventStream,
  type ExecutionArgs,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import type { Claims } from '../claims/claims.ts';
import { InputError } from '../errors.ts';
import { maskErrors } from '../mask-errors.ts';
import { keptBytes, type LiveRequest, prepareSubscription } from './prepare-subscription.ts';
import type { Slots } from './slots.ts';

/** A message to a subscriber, or in place of all of them why there are none; fit to leave. */
export interface LiveMessage {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Runs subscriptions, whatever carries them. */
export interface Subscriptions {
  /** @returns what `run` takes, or what is wrong with the request */
  prepare(request: LiveRequest): Promise<ExecutionArgs | readonly GraphQLFormattedError[]>;
  /**
   * @param claims what the gateway says of who asks
   * @param ofConnection room for the subscriptions of the connection on which it came
   * @returns a message at a time, each made when it is asked for; or a single one with errors
   */
  run(
    args: ExecutionArgs,
    claims: Claims,
    ofConnection?: Slots,
  ): Promise<AsyncIterableIterator<LiveMessage> | LiveMessage>;
}

export interface SubscriptionsOptions<Context> {
  readonly schema: GraphQLSchema;
  /** Made for each message, or for those that are due at once: so what its loaders read is as new as the message. */
  readonly contextOf: (claims: Claims) => Context | Promise<Context>;
  /** Room for all subscriptions of this process. */
  readonly slots: Slots;
  /** Room for what they keep, in bytes. */
  readonly room: Slots;
  readonly log: { error(error: unknown): void };
}

/** Runs subscriptions as graphql-js does, but that each message has a context of its own, and that errors are masked as everywhere. */
export function createSubscriptions<Context>(options: SubscriptionsOptions<Context>): Subscriptions {
  const { schema, contextOf, slots, room, log } = options;
  const contextOfMessage = sharedAtOnce(contextOf);
  const mask = (result: ExecutionResult) => maskErrors(result, (error) => log.error(error)).response;
  const masked = (error: unknown) => {
    const originalError = error instanceof Error ? error : new Error(String(error));
    return mask({ errors: [new GraphQLError(originalError.message, { originalError })] });
  };
  return {
    prepare: (request) => prepareSubscription(schema, request).catch((error) => masked(error).errors ?? []),
    run: async (args, claims, ofConnection) => {
      const release = takeAll([
        slots.take(),
        ofConnection ? ofConnection.take() : () => {},
        room.take(keptBytes(args)),
      ]);
      if (!release) return masked(new InputError('TOO_MANY_SUBSCRIPTIONS', 'There is no room for another one.'));
      try {
        const source = await createSourceEventStream({ ...args, contextValue: await contextOf(claims) });
        if (Symbol.asyncIterator in source) {
          const answer = async () => {
            const context = contextOfMessage(claims);
            const contextValue = context instanceof Promise ? await context : context;
            return mask(await execute({ ...args, rootValue: {}, contextValue }));
          };
          return answersTo(source[Symbol.asyncIterator](), answer, release);
        }
        release();
        return mask(source);
      } catch (error) {
        release();
        return masked(error);
      }
    },
  };
}

/**
 * Makes one of something for all who ask at once, for each of what it is made for: a transaction changes the figures of many subjects, which are
 * read together then. It is given to nobody any more when its loaders begin to read, at the end of the same tick: who asks later is told of
 * something newer.
 */
function sharedAtOnce<For, T>(make: (of: For) => T): (of: For) => T {
  const shared = new Map<For, T>();
  return (of) => {
    const known = shared.get(of);
    if (known !== undefined) return known;
    if (shared.size === 0) void Promise.resolve().then(() => process.nextTick(() => shared.clear()));
    const made = make(of);
    shared.set(of, made);
    return made;
  };
}

/** Holds all that was taken, or nothing where one could not be. */
function takeAll(taken: readonly ((() => void) | undefined)[]): (() => void) | undefined {
  const release = () => {
    for (const giveBack of taken) giveBack?.();
  };
  if (!taken.includes(undefined)) return release;
  release();
  return undefined;
}

/** Written out, since a generator's `return` waits for the event under way, which may never come. */
function answersTo(
  source: AsyncIterator<unknown>,
  answer: () => Promise<LiveMessage>,
  release: () => void,
): AsyncIterableIterator<LiveMessage> {
  const end = async () => {
    release();
    await source.return?.();
    return { value: undefined, done: true } as const;
  };
  return {
    next: async () => ((await source.next()).done ? end() : { value: await answer(), done: false }),
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
