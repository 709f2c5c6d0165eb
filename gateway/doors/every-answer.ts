import { holdUntilTurnEnds } from '../process/turn-end.ts';
import { REQUEST_ID_HEADER } from '../subgraphs/headers/headers.ts';
import { labelled } from '../telemetry/labelled.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { DoorReply, DoorRequest } from './door-exchange.ts';
import { writeQuota } from './quota-headers.ts';

/** Seconds after which whoever was refused for too much to do may ask again. */
const BUSY_PAUSE = 1;

/** What every answer has, whatever its door and whatever writes it. */
export interface EveryAnswer {
  /** Names the request in the answer's head. */
  begin(request: Pick<DoorRequest, 'id'>, reply: DoorReply): void;
  /** Writes what is known of the head when the answer is, and has it leave with the others of this turn. */
  finishHead(request: MaybeAdmitted, reply: DoorReply): void;
  /** Counts the answer, and writes its line of the log. @param milliseconds that it took */
  note(request: MaybeAdmitted, route: string, status: number, milliseconds: number): void;
}

type MaybeAdmitted = Pick<DoorRequest, 'method' | 'operation' | 'log'> & Partial<Pick<DoorRequest, 'caller'>>;

/** @param isDraining whether connections are to be given back after their next answer */
export function everyAnswer(log: Log, metrics: Metrics, isDraining: () => boolean): EveryAnswer {
  const answers = labelled((route, status: number) => metrics.httpRequests.labels(route, String(status)));
  return {
    begin({ id }, reply) {
      reply.header(REQUEST_ID_HEADER, id);
    },
    finishHead({ caller }, reply) {
      if (caller?.charge) writeQuota(reply, caller.charge);
      if (caller && reply.statusCode === 503 && !reply.hasHeader('retry-after'))
        reply.header('retry-after', BUSY_PAUSE);
      if (isDraining()) reply.header('connection', 'close');
      if (reply.raw.socket) holdUntilTurnEnds(reply.raw.socket);
    },
    note(request, route, status, elapsed) {
      answers(route, status).inc();
      // A request's own logger is not made for nothing.
      if (!log.isLevelEnabled('info')) return;
      const { method, operation, caller } = request;
      const milliseconds = Math.round(elapsed * 100) / 100;
      request.log.info({ method, route, status, milliseconds, operation, client: caller?.client.name }, 'answered');
    },
  };
}
