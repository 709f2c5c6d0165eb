import { type AnswerInParts, type AnswerPart, answerParts, type IncrementalFormat } from './answer-parts.ts';

const BOUNDARY = '-';
const PART = 'content-type: application/json; charset=utf-8\r\n\r\n';

/** The `content-type` of an answer in parts. */
export function multipartType(format: IncrementalFormat): string {
  const version = format === 'deferSpec' ? 'deferSpec=20220824' : 'incrementalSpec=v0.2';
  return `multipart/mixed; boundary="${BOUNDARY}"; ${version}`;
}

/**
 * The body of an answer in parts: text to be sent piece by piece. Each piece ends with a boundary, so that a client knows at once that the
 * part is whole. Ending the iteration early ends the answer: nobody waits for it.
 * @param leave called when the iteration is ended early, at once: to abort what is under way
 */
export function multipartBody(
  answer: AnswerInParts,
  format: IncrementalFormat,
  leave?: () => void,
): AsyncIterableIterator<string> {
  const parts = answerParts(answer, format, leave);
  let before = `\r\n--${BOUNDARY}\r\n`;
  const framed = ({ done, value }: IteratorResult<AnswerPart>): IteratorResult<string> => {
    if (done) return { done: true, value: undefined };
    const text = `${before}${PART}${value.text}\r\n--${BOUNDARY}${value.hasNext ? '' : '--'}\r\n`;
    before = '';
    return { done: false, value: text };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => framed(await parts.next()),
    async return() {
      await parts.return?.();
      return { done: true, value: undefined };
    },
  };
}
