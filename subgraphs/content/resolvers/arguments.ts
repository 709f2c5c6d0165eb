import { checkRange, type DayRange, instantsOf } from '../../kit/calendar.ts';
import { InputError } from '../../kit/errors.ts';
import { normaliseText } from '../../kit/search-id.ts';
import type { Instants } from '../store/engagement.ts';

/** The most characters of a text that is searched for. */
const LONGEST_SEARCH = 200;

/** Characters that no text of a person holds, and PostgreSQL refuses in part; line breaks and tabs are none of them. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/**
 * A client's range.
 * @returns undefined where none was given
 * @throws {InputError} RANGE_INVALID
 */
export function rangeOf(range: DayRange | null | undefined): DayRange | undefined {
  return range ? checkRange({ from: range.from, to: range.to }) : undefined;
}

/** The instants of a range, if there is one. */
export function instantsWithin(range: DayRange | undefined): Instants | undefined {
  return range && instantsOf(range);
}

/**
 * A text to be searched for, as it was typed, without the space around it.
 * @throws {InputError} ARGUMENT_INVALID when it is empty, too long, or holds control characters
 */
export function checkSearchText(text: string): string {
  const trimmed = text.trim();
  const length = [...trimmed].length;
  if (normaliseText(trimmed) === '') throw new InputError('ARGUMENT_INVALID', 'text is empty: say what to search for.');
  if (length > LONGEST_SEARCH) {
    throw new InputError(
      'ARGUMENT_INVALID',
      `text has ${length} characters; at most ${LONGEST_SEARCH} are searched for.`,
    );
  }
  return checkPlain('text', trimmed);
}

/**
 * A text without control characters.
 * @throws {InputError} ARGUMENT_INVALID
 */
export function checkPlain(argument: string, text: string): string {
  if (hasControl(text)) throw new InputError('ARGUMENT_INVALID', `${argument} holds control characters.`);
  return text;
}

/** Whether a text holds control characters other than line breaks and tabs. */
export function hasControl(text: string): boolean {
  return CONTROL.test(text);
}
