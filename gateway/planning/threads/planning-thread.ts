import type { PlanNode } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { PlannerLimits, PlanRequest, SupergraphDescription } from '../planning.ts';
import { tooComplex } from '../planning-failure.ts';
import type { FromWorker, WorkerFailure } from './planning-messages.ts';
import { startWorker, type WorkerHandle } from './start-worker.ts';

/** What one planning thread may take. */
export interface ThreadLimits extends PlannerLimits {
  /** Longest that one operation may be planned, in milliseconds, waiting apart. */
  readonly timeout: number;
  /** Most memory of the thread's heap, in megabytes. */
  readonly memory: number;
}

/** An operation that is to be planned. */
export interface PlanningJob {
  readonly request: PlanRequest;
  readonly resolve: (plans: readonly PlanNode[]) => void;
  readonly reject: (error: unknown) => void;
  /** Whether it was seen to take long. */
  isLong: boolean;
}

/** What is to be done when a thread has got somewhere. */
export interface ThreadEvents {
  /** It has planned, and may plan the next. */
  onRest(thread: PlanningThread): void;
  /** What it plans takes long. */
  onLong(thread: PlanningThread): void;
  /** It has ended over what it planned. */
  onEnd(thread: PlanningThread): void;
}

/** How long an operation is planned before it counts as one that takes long, in milliseconds. */
const LONG = 250;

/**
 * A worker thread that plans one operation at a time. One that takes too long or too much memory is refused, and the thread ends with it.
 */
export class PlanningThread {
  /** What it says of the supergraph once it can plan; rejects where it can't be opened, with a GraphQLError where it is not valid. */
  readonly opened: Promise<SupergraphDescription>;
  readonly #worker: WorkerHandle;
  readonly #timeout: number;
  readonly #events: ThreadEvents;
  #isOpen = false;
  #job: PlanningJob | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(supergraphSdl: string, limits: ThreadLimits, events: ThreadEvents) {
    this.#timeout = limits.timeout;
    this.#events = events;
    this.#worker = startWorker(supergraphSdl, limits);
    this.opened = new Promise((resolve, reject) => {
      this.#worker.onMessage = (message) => {
        if (message.kind === 'failed') return reject(failureOf(message));
        if (message.kind !== 'opened') return;
        this.#isOpen = true;
        this.#worker.onMessage = (answer) => this.#hear(answer);
        this.#worker.onEnd = (cause, outOfMemory) => this.#fail(outOfMemory ? tooComplex() : cause);
        resolve(message.description);
      };
      this.#worker.onEnd = (cause) => reject(cause);
    });
  }

  /** Whether it may be given something to plan. */
  get isIdle(): boolean {
    return this.#isOpen && !this.#job;
  }

  /** What it plans. */
  get job(): PlanningJob | undefined {
    return this.#job;
  }

  /** Plans an operation; the thread must be idle. */
  plan(job: PlanningJob): void {
    clearTimeout(this.#timer);
    this.#job = job;
    const soon = Math.min(LONG, this.#timeout);
    this.#timer = setTimeout(() => this.#goOn(job, this.#timeout - soon), soon);
    this.#worker.hold(true);
    this.#worker.send(job.request);
  }

  /** Whether it keeps the process alive. */
  hold(alive: boolean): void {
    this.#worker.hold(alive);
  }

  /** Calls back where it plans nothing for so long, in milliseconds; the thread must be idle. Called again meanwhile, it changes nothing. */
  whenIdleFor(time: number, then: () => void): void {
    this.#timer ??= setTimeout(then, time).unref();
  }

  /** Ends it, whatever it does; what it was planning is neither planned nor refused. Resolves when it has ended. */
  async end(): Promise<void> {
    this.#leave();
    this.#isOpen = false;
    await this.#worker.end();
  }

  #hear(message: FromWorker): void {
    const job = this.#leave();
    if (message.kind === 'planned') job?.resolve(message.plans);
    else if (message.kind === 'failed') job?.reject(failureOf(message));
    this.#events.onRest(this);
  }

  #goOn(job: PlanningJob, rest: number): void {
    this.#timer = setTimeout(() => this.#fail(tooComplex()), rest);
    job.isLong = true;
    this.#events.onLong(this);
  }

  #fail(cause: unknown): void {
    const job = this.#leave();
    void this.end();
    job?.reject(cause);
    this.#events.onEnd(this);
  }

  #leave(): PlanningJob | undefined {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const job = this.#job;
    this.#job = undefined;
    return job;
  }
}

function failureOf({ message, code, public: told }: WorkerFailure): Error {
  if (!told) return new Error(`Planning failed: ${message}`);
  return new GraphQLError(message, { extensions: code === undefined ? {} : { code } });
}
