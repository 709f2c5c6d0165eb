import { shown } from '../../../kit/ids.ts';
import { type EventReason, RejectedEvent } from '../judging/reasons.ts';

const VISIBLE = /^[\x21-\x7e]+$/;

/**
 * Checks a sender's own name for something: visible ASCII, so that it compares alike in every collation.
 * @param most the most characters that it may have
 * @throws {RejectedEvent} with `code` at `field`
 */
export function checkName(text: string, most: number, field: readonly string[], code: EventReason): string {
  if (text.length <= most && VISIBLE.test(text)) return text;
  const wrong = text.length > most ? `has ${text.length} characters` : `is ${shown(text)}`;
  throw new RejectedEvent(code, field, `${field.at(-1)} ${wrong}: it takes 1 to ${most} visible ASCII characters.`);
}
