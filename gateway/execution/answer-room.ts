import { constants } from 'node:buffer';
import type { AnswerError, Path } from './answer-errors.ts';

/** What is kept free of the longest text that there can be, in characters, for what stands around an answer's data. */
const ENVELOPE = 16_777_216;
const LONGEST = constants.MAX_STRING_LENGTH - ENVELOPE;

/** An answer, or what a subgraph would be sent for it, has more characters than it may, or than a text can have. */
export class AnswerTooLarge extends Error {}

/** How many characters may be written for an answer. @param limit as the setting has it; 0 for as many as a text can have */
export function roomFor(limit: number): number {
  return limit === 0 ? LONGEST : Math.min(limit, LONGEST);
}

/** Whether there was no room for what was to be written. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof AnswerTooLarge || (error instanceof RangeError && /string length/i.test(error.message));
}

/** The error of an answer, or of a part of it, for which there is no room. @param limit in characters */
export function answerTooLarge(limit: number, path?: Path): AnswerError {
  const message = `The answer has more than the ${limit} characters that it may have.`;
  return { message, ...(path && { path }), extensions: { code: 'ANSWER_TOO_LARGE' }, foreign: false };
}

/** The error of a fetch that would have to send its subgraph too much. */
export function questionTooLarge(subgraph: string): AnswerError {
  const message = `What the ${subgraph} subgraph would have to be sent has more characters than the answer may have.`;
  return { message, extensions: { code: 'ANSWER_TOO_LARGE', subgraph }, foreign: false };
}
