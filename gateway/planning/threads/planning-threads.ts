import type { PlanNode } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { Planning, PlanRequest, SupergraphDescription } from '../planning.ts';
import { type PlanningJob, PlanningThread, type ThreadEvents, type ThreadLimits } from './planning-thread.ts';
import { TurnQueue } from './turn-queue.ts';

/** How operations are planned in threads of their own. */
export interface ThreadsOptions extends ThreadLimits {
  /** Most threads. Operations that take long use all but one of them. */
  readonly threads: number;
  /** How long threads beyond the first stay without anything to plan, in milliseconds. */
  readonly idleTime: number;
  /** Most operations that wait to be planned. */
  readonly queueLimit: number;
}

/**
 * Plans in worker threads, so that the main loop goes on. There is one as long as no operation takes long; others are started when all there
 * are plan such ones and something waits, and end when they are idle. Nobody can tell beforehand what takes long: where all threads
 * turn out to plan that and something else waits, the last of these is put off until fewer are under way, at the cost of its thread.
 * Clients take turns. No thread keeps the process alive while nothing is to be planned.
 */
export class PlanningThreads implements Planning {
  readonly description: SupergraphDescription;
  readonly #sdl: string;
  readonly #options: ThreadsOptions;
  readonly #events: ThreadEvents;
  /** In the order in which they began what they do, or were seen to take long over it. */
  readonly #threads = new Set<PlanningThread>();
  readonly #waiting = new TurnQueue<PlanningJob>();
  /** What was seen to take long, and was put off. */
  readonly #long = new TurnQueue<PlanningJob>();
  #retired = false;
  #closed = false;

  private constructor(
    sdl: string,
    options: ThreadsOptions,
    events: ThreadEvents,
    first: PlanningThread,
    description: SupergraphDescription,
  ) {
    this.#sdl = sdl;
    this.#options = options;
    this.#events = events;
    this.description = description;
    this.#threads.add(first);
    first.hold(false);
  }

  /** @throws {GraphQLError} when the supergraph is not valid, or uses a feature that nobody here knows */
  static async open(supergraphSdl: string, options: ThreadsOptions): Promise<PlanningThreads> {
    const events: ThreadEvents = {
      onRest: () => threads.#go(),
      onLong: (thread) => threads.#sawLong(thread),
      onEnd: (thread) => threads.#ended(thread),
    };
    const first = new PlanningThread(supergraphSdl, options, events);
    const threads = new PlanningThreads(supergraphSdl, options, events, first, await first.opened);
    return threads;
  }

  plan(request: PlanRequest): Promise<readonly PlanNode[]> {
    if (this.#closed) return Promise.reject(busy());
    const { promise, resolve, reject } = Promise.withResolvers<readonly PlanNode[]>();
    this.#waiting.add(request.client, { request, resolve, reject, isLong: false });
    this.#go();
    if (this.#waiting.size + this.#long.size > this.#options.queueLimit) {
      (this.#long.drop() ?? this.#waiting.drop())?.reject(busy());
    }
    return promise;
  }

  /** Ends the threads as soon as nothing is to be planned. Whoever plans afterwards gets one for that time. */
  retire(): void {
    this.#retired = true;
    this.#go();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#retired = true;
    for (const queue of [this.#waiting, this.#long]) {
      for (let job = queue.take(); job; job = queue.take()) job.reject(busy());
    }
    const threads = [...this.#threads];
    this.#threads.clear();
    await Promise.all(
      threads.map((thread) => {
        thread.job?.reject(busy());
        return thread.end();
      }),
    );
  }

  /** Does what is next: plan, make room, or rest. */
  #go(): void {
    // The one that was busy last comes first, so that others stay idle and end.
    for (const thread of [...this.#threads].reverse()) {
      if (!thread.isIdle) continue;
      const job = this.#next();
      if (!job) {
        this.#rest(thread);
        continue;
      }
      this.#putLast(thread);
      thread.plan(job);
    }
    for (const thread of this.#threads) if (!thread.job) thread.hold(this.#hasNext());
    if (this.#hasNext() && this.#planningLong().length === this.#threads.size) this.#makeRoom();
  }

  #sawLong(thread: PlanningThread): void {
    this.#putLast(thread);
    this.#go();
  }

  #putLast(thread: PlanningThread): void {
    this.#threads.delete(thread);
    this.#threads.add(thread);
  }

  /** Every thread plans what takes long. */
  #makeRoom(): void {
    const { threads } = this.#options;
    if (this.#threads.size === threads) {
      const last = this.#planningLong().at(-1);
      if (threads === 1 || !last?.job) return;
      this.#long.add(last.job.request.client, last.job);
      this.#end(last);
    }
    this.#start();
  }

  #start(): void {
    const thread = new PlanningThread(this.#sdl, this.#options, this.#events);
    this.#threads.add(thread);
    thread.opened.then(
      () => this.#go(),
      (cause) => this.#unopened(thread, cause),
    );
  }

  #next(): PlanningJob | undefined {
    return this.#waiting.take() ?? (this.#mayPlanLong() ? this.#long.take() : undefined);
  }

  #hasNext(): boolean {
    return this.#waiting.size > 0 || (this.#long.size > 0 && this.#mayPlanLong());
  }

  #mayPlanLong(): boolean {
    return this.#planningLong().length < Math.max(1, this.#options.threads - 1);
  }

  /** The threads that plan what takes long, in the order in which that was seen. */
  #planningLong(): PlanningThread[] {
    return [...this.#threads].filter(({ job }) => job?.isLong);
  }

  /** A thread has nothing to do. */
  #rest(thread: PlanningThread): void {
    if (this.#retired) this.#end(thread);
    else
      thread.whenIdleFor(this.#options.idleTime, () => {
        if (this.#threads.size > 1) this.#end(thread);
      });
  }

  #end(thread: PlanningThread): void {
    this.#threads.delete(thread);
    void thread.end();
  }

  /** A thread has ended over what it planned. One is kept for those who come. */
  #ended(thread: PlanningThread): void {
    this.#threads.delete(thread);
    if (this.#threads.size === 0 && !this.#retired) this.#start();
    this.#go();
  }

  /** A thread could not open what another has opened. Where there is no other, nothing that waits can be planned. */
  #unopened(thread: PlanningThread, cause: unknown): void {
    this.#end(thread);
    if (this.#threads.size > 0) return;
    for (const queue of [this.#waiting, this.#long]) {
      for (let job = queue.take(); job; job = queue.take()) job.reject(cause);
    }
  }
}

function busy(): GraphQLError {
  return new GraphQLError('Too many operations wait to be planned.', { extensions: { code: 'PLANNING_BUSY' } });
}
