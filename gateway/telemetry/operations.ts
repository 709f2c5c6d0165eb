import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { isClientFault } from '../errors.ts';
import type { Metrics } from './metrics.ts';
import { NAME_LENGTH } from './operation-labels.ts';

/** What is known of one GraphQL request when it has been answered. */
export interface OperationRecord {
  /** Cut where it is too long. */
  name?: string | undefined;
  outcome?: Outcome | undefined;
  /** The codes of its errors, each once. */
  codes?: string[] | undefined;
}

type Outcome = 'ok' | 'partial' | 'refused' | 'failed';

/**
 * Counts and times GraphQL requests, and writes each into the record that its context carries.
 * @param labelOf the label of an operation's name
 */
export function operationTelemetry(
  metrics: Metrics,
  labelOf: (name: string | undefined) => string,
): ApolloServerPlugin<{ readonly record: OperationRecord }> {
  return {
    async requestDidStart() {
      const begun = performance.now();
      return {
        async willSendResponse({ contextValue: { record }, response: { body }, operationName }) {
          const result = body.kind === 'single' ? body.singleResult : body.initialResult;
          record.name = operationName?.slice(0, NAME_LENGTH);
          record.outcome = outcomeOf(result);
          record.codes = codesOf(result.errors);
          const operation = labelOf(operationName ?? undefined);
          metrics.requests.inc({ operation, outcome: record.outcome });
          metrics.requestSeconds.observe({ operation }, (performance.now() - begun) / 1000);
        },
      };
    },
  };
}

interface Result {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

function outcomeOf({ data, errors }: Result): Outcome {
  if (!errors?.length) return 'ok';
  if (data && Object.values(data).some((value) => value !== null)) return 'partial';
  return errors.every(({ extensions }) => isClientFault(extensions?.code)) ? 'refused' : 'failed';
}

function codesOf(errors: Result['errors']): string[] | undefined {
  return errors?.length ? [...new Set(errors.map((error) => String(error.extensions?.code)))] : undefined;
}
