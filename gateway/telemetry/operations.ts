import { isClientFault } from '../errors.ts';
import { labelled } from './labelled.ts';
import type { Metrics } from './metrics.ts';
import { NAME_LENGTH } from './operation-labels.ts';

/** What is known of one GraphQL request when it has been answered, to its last part. */
export interface OperationRecord {
  /** Cut where it is too long. */
  name?: string | undefined;
  outcome?: Outcome | undefined;
  /** The codes of its errors, each once. */
  codes?: string[] | undefined;
}

type Outcome = 'ok' | 'partial' | 'refused' | 'failed';

/** A GraphQL response as far as its outcome goes. */
export interface Answered {
  /** Whether some root field has a value; asked only where there are errors. */
  readonly hasValues: () => boolean;
  readonly errors: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

/** Counts and times one GraphQL request, and writes what is known of it into its record. */
export type RecordOperation = (
  record: OperationRecord,
  request: { readonly name: string | undefined; readonly begun: number; readonly client: string },
  answered: Answered,
) => void;

/**
 * What counts and times GraphQL requests, whatever their door.
 * @param labelOf the label of an operation's name
 * @param clientLabelOf the label of a client's name
 */
export function operationRecorder(
  metrics: Metrics,
  labelOf: (name: string | undefined) => string,
  clientLabelOf: (name: string) => string,
): RecordOperation {
  const requests = labelled((operation, outcome: string) => metrics.requests.labels(operation, outcome));
  const clientRequests = labelled((client, outcome: string) => metrics.clientRequests.labels(client, outcome));
  const seconds = labelled((operation, _none: string) => metrics.requestSeconds.labels(operation));
  return (record, { name, begun, client }, answered) => {
    const outcome = outcomeOf(answered);
    record.name = name?.slice(0, NAME_LENGTH);
    record.outcome = outcome;
    record.codes = codesOf(answered.errors);
    const operation = labelOf(name);
    requests(operation, outcome).inc();
    clientRequests(clientLabelOf(client), outcome).inc();
    seconds(operation, '').observe((performance.now() - begun) / 1000);
  };
}

/** Whether some field of an answer's data has a value. */
export function hasValue(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
}

function outcomeOf({ hasValues, errors }: Answered): Outcome {
  if (errors.length === 0) return 'ok';
  if (hasValues()) return 'partial';
  return errors.every(({ extensions }) => isClientFault(extensions?.code)) ? 'refused' : 'failed';
}

function codesOf(errors: Answered['errors']): string[] | undefined {
  return errors.length > 0 ? [...new Set(errors.map((error) => String(error.extensions?.code)))] : undefined;
}
