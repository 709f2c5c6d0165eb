import type { PlanNode } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { PlannerLimits, Planning, PlanRequest, SupergraphDescription } from './planning.ts';
import { tooComplex } from './planning-failure.ts';
import type { FromWorker, WorkerFailure } from './planning-messages.ts';
import { startWorker, type WorkerHandle } from './start-worker.ts';

/** How operations are planned in a thread of their own. */
export interface ThreadOptions extends PlannerLimits {
  /** Longest that one operation may be planned, in milliseconds, waiting apart. */
  readonly timeout: number;
  /** Most operations that wait to be planned. */
  readonly queueLimit: number;
  /** Most memory of the thread's heap, in megabytes. */
  readonly memory: number;
}

/** An operation that is to be planned. */
interface Job {
  readonly request: PlanRequest;
  readonly resolve: (plans: readonly PlanNode[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Plans in a worker thread, one operation after the other, so that the main loop goes on. An operation that takes too long or too much
 * memory is refused: its worker ends, and another takes its place for those that wait. The thread does not keep the process alive
 * while nothing is to be planned.
 */
export class PlanningThread implements Planning {
  readonly description: SupergraphDescription;
  readonly #sdl: string;
  readonly #options: ThreadOptions;
  /** The first is being planned where the worker is busy. */
  readonly #jobs: Job[] = [];
  #worker: WorkerHandle | undefined;
  #state: 'opening' | 'idle' | 'busy' = 'opening';
  #timer: NodeJS.Timeout | undefined;
  #retired = false;
  #closed = false;

  private constructor(sdl: string, options: ThreadOptions, worker: WorkerHandle, description: SupergraphDescription) {
    this.#sdl = sdl;
    this.#options = options;
    this.description = description;
    this.#worker = worker;
    this.#state = 'idle';
    this.#listen(worker);
    worker.hold(false);
  }

  /** @throws {GraphQLError} when the supergraph is not valid, or uses a feature that nobody here knows */
  static async open(supergraphSdl: string, options: ThreadOptions): Promise<PlanningThread> {
    const worker = startWorker(supergraphSdl, options);
    const description = await new Promise<SupergraphDescription>((resolve, reject) => {
      worker.onMessage = (message) => {
        if (message.kind === 'opened') resolve(message.description);
        else if (message.kind === 'failed') reject(failureOf(message));
      };
      worker.onEnd = (cause) => reject(cause);
    });
    return new PlanningThread(supergraphSdl, options, worker, description);
  }

  plan(request: PlanRequest): Promise<readonly PlanNode[]> {
    if (this.#closed || this.#jobs.length > this.#options.queueLimit) return Promise.reject(busy());
    const { promise, resolve, reject } = Promise.withResolvers<readonly PlanNode[]>();
    this.#jobs.push({ request, resolve, reject });
    this.#go();
    return promise;
  }

  /** Ends the worker as soon as nothing is to be planned. Whoever plans afterwards gets one for that time. */
  retire(): void {
    this.#retired = true;
    this.#go();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#retired = true;
    for (const job of this.#jobs.splice(0)) job.reject(busy());
    await this.#end();
  }

  /** Does what is next: plan, wait, or rest. */
  #go(): void {
    const [job] = this.#jobs;
    if (!job) {
      if (this.#retired) void this.#end();
      else this.#worker?.hold(false);
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.hold(true);
    if (this.#state !== 'idle') return;
    this.#state = 'busy';
    this.#timer = setTimeout(() => this.#giveUp(), this.#options.timeout);
    this.#worker.send(job.request);
  }

  #start(): WorkerHandle {
    const worker = startWorker(this.#sdl, this.#options);
    this.#state = 'opening';
    this.#listen(worker);
    return worker;
  }

  #listen(worker: WorkerHandle): void {
    worker.onMessage = (message) => this.#hear(message);
    worker.onEnd = (cause, outOfMemory) => this.#lost(outOfMemory ? tooComplex() : cause);
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'opened') {
      this.#state = 'idle';
    } else if (this.#state === 'busy') {
      const job = this.#finish();
      if (message.kind === 'planned') job?.resolve(message.plans);
      else job?.reject(failureOf(message));
    }
    this.#go();
  }

  /** Takes the job that was being planned off the queue. */
  #finish(): Job | undefined {
    clearTimeout(this.#timer);
    this.#state = 'idle';
    return this.#jobs.shift();
  }

  #giveUp(): void {
    const job = this.#finish();
    void this.#end();
    job?.reject(tooComplex());
    this.#replace();
  }

  /** The worker has ended by itself: over one operation, or before it could plan any. */
  #lost(cause: unknown): void {
    const opened = this.#state !== 'opening';
    const failed = opened ? [] : this.#jobs.splice(0);
    if (this.#state === 'busy') failed.push(...this.#jobs.splice(0, 1));
    clearTimeout(this.#timer);
    this.#worker = undefined;
    for (const job of failed) job.reject(cause);
    if (opened) this.#replace();
  }

  #replace(): void {
    if (!this.#retired) this.#worker = this.#start();
    this.#go();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.end();
  }
}

function busy(): GraphQLError {
  return new GraphQLError('Too many operations wait to be planned.', { extensions: { code: 'PLANNING_BUSY' } });
}

function failureOf({ message, code, public: told }: WorkerFailure): Error {
  if (!told) return new Error(`Planning failed: ${message}`);
  return new GraphQLError(message, { extensions: code === undefined ? {} : { code } });
}
