import { SubgraphFailure } from '../../subgraphs/transport/failure.ts';
import type { AnswerError, Path } from '../answer-errors.ts';
import { isTooLarge, questionTooLarge } from '../answer-room.ts';
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

/** The error of a fetch that failed as a whole; where it belongs is for the projection to find. @param subgraph the one that it asks */
export function failureError(failure: unknown, subgraph: string): AnswerError {
  if (isTooLarge(failure)) return questionTooLarge(subgraph);
  const known = failure instanceof SubgraphFailure ? failure : new SubgraphFailure(codeOf(failure), subgraph, failure);
  return { message: known.message, extensions: { code: known.code, subgraph: known.subgraph }, foreign: false };
}

/** What nests thousands of levels deep can be parsed, and hardly anything else: the stack runs out. */
function codeOf(failure: unknown): SubgraphFailure['code'] {
  return failure instanceof RangeError ? 'SUBGRAPH_RESPONSE_INVALID' : 'SUBGRAPH_UNAVAILABLE';
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
