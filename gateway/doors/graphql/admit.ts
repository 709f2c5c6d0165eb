import type { GraphQLSchema } from 'graphql';
import type { Client } from '../../clients/client.ts';
import { type ErrorCode, errors } from '../../errors.ts';
import type { ToldError } from '../../execution/told-errors.ts';
import type { Gate } from '../../guard/gate.ts';
import type { JudgeDocument, LimitExceeded } from '../../guard/limits/document-limits.ts';
import { type Admission, admission } from '../../operations/admission.ts';
import type { ServedOperations } from '../../operations/served-operations.ts';
import { type AskedOperation, askedDocument } from './asked-operation.ts';

/** What operations are admitted by, whatever door they come through. */
export interface AdmitParts {
  readonly served: (schema: GraphQLSchema) => ServedOperations;
  readonly judge: JudgeDocument;
  readonly gate: Gate;
}

/** An operation that is not taken, and why. */
interface Refused {
  readonly kind: 'refused';
  readonly error: Omit<ToldError, 'extensions'> & {
    readonly extensions: { readonly code: ErrorCode; readonly limit?: number; readonly found?: number };
  };
}

/** What becomes of an operation; see `admission`. */
export type Admitted = Exclude<Admission, { readonly kind: 'refused' }> | Refused;

/** @param asked undefined for what has not the form of an operation @param schema against which it would be answered */
export type Admit = (asked: AskedOperation | undefined, client: Client, schema: GraphQLSchema) => Admitted;

/** Messages that Apollo Server has for the same: clients look at them. */
const MESSAGES: Partial<Record<ErrorCode, string>> = { PERSISTED_QUERY_NOT_FOUND: 'PersistedQueryNotFound' };

/** Admits operations by their clients' levels, before anything of them is parsed. */
export function admitting({ served, judge, gate }: AdmitParts): Admit {
  return (asked, client, schema) => {
    const document = askedDocument(asked ?? {});
    const admitted = admission(document, client, served(schema));
    if (admitted.kind === 'refused') return refused(admitted.code);
    if (admitted.kind === 'ad-hoc') {
      const turnedAway = gate.refusalOfAdHoc(client);
      if (turnedAway) return refused(turnedAway.code);
      return (document.text && tooMuch(judge(document.text))) || admitted;
    }
    const name = asked?.operationName;
    if (name && name !== admitted.operation.name) {
      return refused('OPERATION_RESOLUTION_FAILURE', `The operation is ${admitted.operation.name}, not the one named.`);
    }
    return admitted;
  };
}

function tooMuch(exceeded: LimitExceeded | undefined): Refused | undefined {
  if (!exceeded) return undefined;
  const { message, ...extensions } = exceeded;
  return { kind: 'refused', error: { message, extensions } };
}

function refused(code: ErrorCode, message = MESSAGES[code] ?? errors[code].meaning): Refused {
  return { kind: 'refused', error: { message, extensions: { code } } };
}
