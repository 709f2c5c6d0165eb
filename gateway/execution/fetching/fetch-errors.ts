import { SubgraphFailure } from '../../subgraphs/transport/failure.ts';
import type { AnswerError, Path } from '../answer-errors.ts';
import { isData } from '../data.ts';

/**
 * Turns an error that a subgraph reported into one of the answer. Its locations point into a document that the client
 * never saw and are left out.
 * @param path where in the answer it belongs; undefined when the subgraph did not say
 */
export function reportedError(reported: unknown, subgraph: string, path?: Path): AnswerError {
  const { message, extensions } = isData(reported) ? reported : { message: undefined, extensions: undefined };
  const own = isData(extensions) ? extensions : {};
  const code = typeof own.code === 'string' ? own.code : 'DOWNSTREAM_SERVICE_ERROR';
  return {
    message: typeof message === 'string' && message !== '' ? message : `The ${subgraph} subgraph reported an error.`,
    ...(path && { path }),
    extensions: { ...own, code, subgraph },
    foreign: true,
  };
}

/** The error of a fetch that failed as a whole; where it belongs is for the projection to find. */
export function failureError(failure: unknown, subgraph: string): AnswerError {
  const known =
    failure instanceof SubgraphFailure ? failure : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', subgraph, failure);
  return { message: known.message, extensions: { code: known.code, subgraph }, foreign: false };
}

/** Longest path that is taken for one, in steps: documents nest less. */
const MOST_STEPS = 1000;
/** https://spec.graphql.org/draft/#Name */
const NAME = /^[_A-Za-z]\w*$/;

/** The path of a reported error, where it can be one of an answer. Some servers write indices as text; a response key never begins with a digit. */
export function reportedPath(reported: unknown): Path | undefined {
  const path = isData(reported) ? reported.path : undefined;
  if (!Array.isArray(path) || path.length > MOST_STEPS) return undefined;
  const steps = path.map((step) => (typeof step === 'string' && /^\d+$/.test(step) ? Number(step) : step));
  return steps.every(isStep) ? steps : undefined;
}

function isStep(step: unknown): boolean {
  return typeof step === 'string' ? NAME.test(step) : Number.isSafeInteger(step) && Number(step) >= 0;
}
