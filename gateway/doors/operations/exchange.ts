import { type ErrorCode, errors } from '../../errors.ts';
import { COST_HEADER } from '../../guard/cost/told-cost.ts';
import type { Variables } from '../../guard/variables.ts';
import type { PipelineRequest, Reply } from '../../pipeline.ts';
import type { LeaveSignal } from '../../subgraphs/sharing/leave-signal.ts';
import { EXPLAIN_HEADER } from '../../telemetry/explain.ts';
import type { Utf8Text } from '../../utf8-text.ts';
import { mayBeKept } from '../caching.ts';
import type { DoorReply, DoorRequest } from '../door-exchange.ts';
import { recordedReply } from '../recorded-reply.ts';
import { replyUtf8 } from '../reply-body.ts';
import type { Asked } from './asked.ts';
import { type Problem, problem, problemOf, sendProblem } from './problem.ts';

/** One request with its answer in one piece. */
export class Exchange<Request extends DoorRequest = DoorRequest, Answer extends DoorReply = DoorReply> {
  protected readonly request: Request;
  protected readonly reply: Answer;
  protected readonly asked: Asked;
  readonly #signal: LeaveSignal;
  readonly #told = {};

  /** @param signal fires when the client leaves before its answer is whole */
  constructor(request: Request, reply: Answer, asked: Asked, signal: LeaveSignal) {
    this.request = request;
    this.reply = reply;
    this.asked = asked;
    this.#signal = signal;
    request.operation = this.#told;
  }

  /** Refuses the request before its operation is asked. */
  refuse(refused: Problem): Answer {
    this.record({ data: undefined, errors: [{ message: '', extensions: { code: refused.code } }] }, this.asked.begun);
    return sendProblem(this.reply, refused);
  }

  /** The same for what an error's code says. */
  refuseFor(code: ErrorCode): Answer {
    return this.refuse(problem(code, errors[code].meaning, this.request.id));
  }

  /**
   * Asks, and writes the head of an answer in one JSON text.
   * @returns its body; undefined where it was answered with a problem
   */
  async whole({ variables, read }: Pick<PipelineRequest, 'variables' | 'read'>): Promise<Utf8Text | undefined> {
    const given = await this.askOnce(variables, read, false);
    return this.body(this.record(given, this.asked.begun));
  }

  /** Asks as the request's headers have it. */
  protected askOnce(variables: Variables, read: Variables | undefined, incremental: boolean): Promise<Reply> {
    const { headers } = this.request;
    return this.ask(variables, {
      read,
      incremental,
      explain: EXPLAIN_HEADER in headers,
      tellsCost: COST_HEADER in headers,
    });
  }

  /** Writes the head of what was given. @returns its body; undefined where it was answered with a problem */
  protected body(given: Reply): Utf8Text | undefined {
    const refused = this.problemOf(given);
    if (refused) {
      sendProblem(this.reply, refused);
      return undefined;
    }
    this.reply.header('content-type', 'application/json; charset=utf-8');
    if (mayBeKept(this.request, given)) {
      const { door, snapshot, operation } = this.asked;
      return door.caching.write(this.request, this.reply, snapshot.cachePolicy(operation), given);
    }
    this.reply.header('cache-control', 'no-store');
    return replyUtf8(given);
  }

  protected ask(
    variables: Variables,
    how: Pick<PipelineRequest, 'read' | 'incremental' | 'explain' | 'tellsCost'>,
  ): Promise<Reply> {
    const { door, snapshot, operation } = this.asked;
    const { caller } = this.request;
    return door.pipeline({ caller, operation, variables, signal: this.#signal, ...how }, snapshot);
  }

  protected problemOf(given: Reply): Problem | undefined {
    const { id, caller } = this.request;
    const found = problemOf(given, id);
    const retryAfter = caller.charge?.retryAfter;
    // Over the caller's own quota, it is known until when.
    return found?.status === 429 && retryAfter !== undefined ? { retryAfter, ...found } : found;
  }

  protected record(given: Reply, begun: number): Reply {
    const { door, operation } = this.asked;
    const about = { name: operation.name, begun, client: this.request.caller.client.name };
    return recordedReply(given, (answered) => door.record(this.#told, about, answered));
  }
}
