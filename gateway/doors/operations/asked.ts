import type { GraphQLSchema } from 'graphql';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import type { ServedOperations } from '../../operations/served-operations.ts';
import type { Pipeline } from '../../pipeline.ts';
import type { Snapshot } from '../../supergraph/snapshot.ts';
import type { RecordOperation } from '../../telemetry/operations.ts';
import type { AnswerCaching } from '../caching.ts';
import type { DoorReply, DoorRequest } from '../door-exchange.ts';
import type { Snapshots } from '../graphql/apollo-engine.ts';
import type { LiveStreams } from '../live/live-streams.ts';
import { isReading } from '../reading-method.ts';
import type { DoorOperation, DoorOperations } from './door-operation.ts';
import { problem, sendProblem } from './problem.ts';

/** What operations are found by, and answered with. */
export interface AnsweringDoor {
  readonly snapshots: Snapshots;
  /** The registered operations that a schema can answer. */
  readonly served: (schema: GraphQLSchema) => ServedOperations;
  readonly compiled: DoorOperations;
  readonly pipeline: Pipeline;
  readonly record: RecordOperation;
  readonly caching: AnswerCaching;
  /** Where subscriptions are streamed to. */
  readonly streams: LiveStreams;
  /** Most pages of an answer in lines. */
  readonly linePages: number;
  readonly isDraining: () => boolean;
}

/** What is known when a request's operation was found. */
export interface Asked {
  readonly door: AnsweringDoor;
  readonly snapshot: Snapshot;
  readonly operation: RegisteredOperation;
  readonly compiled: DoorOperation;
  readonly begun: number;
}

/** Finds the operation that a request names; undefined where there is none for it, which was answered. */
export function askedOf(request: DoorRequest, reply: DoorReply, door: AnsweringDoor): Asked | undefined {
  const begun = performance.now();
  const snapshot = door.snapshots.current();
  const operation = operationOf(request, door.served, snapshot);
  if (!operation) {
    sendProblem(reply, problem('NOT_FOUND', 'There is no operation of this name.', request.id));
    return undefined;
  }
  if (isReading(request) && operation.kind === 'mutation') {
    refuseMethod(request, reply, 'This operation changes something: it takes POST.', 'POST');
    return undefined;
  }
  return { door, snapshot, operation, compiled: door.compiled.of(snapshot.schema, operation), begun };
}

/** Refuses a method. @param allow those that are taken */
export function refuseMethod(request: DoorRequest, reply: DoorReply, message: string, allow: string): void {
  sendProblem(reply.header('allow', allow), problem('METHOD_NOT_ALLOWED', message, request.id));
}

function operationOf(
  { params, caller }: DoorRequest,
  served: AnsweringDoor['served'],
  { schema }: Snapshot,
): RegisteredOperation | undefined {
  const { name, version } = params as { name: string; version?: string };
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version)) return undefined;
  return served(schema).byName(name, version === undefined ? undefined : Number(version), caller.client);
}
