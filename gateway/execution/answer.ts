import type { AnswerError } from './answer-errors.ts';

/** The answer to one operation. Its data is text: it was written straight from the subgraphs' answers. */
export interface Answer {
  /** JSON text of `data`; undefined when the operation could not be executed at all. */
  readonly data: string | undefined;
  readonly errors: readonly AnswerError[];
  /** Whether `data` is ASCII, where that is known: its bytes are then its characters (`latin1`), cheaper to write than UTF-8. */
  readonly ascii?: boolean;
}

/**
 * The JSON text of a whole GraphQL response; errors come first, as the specification recommends.
 * @param show what clients may read of an error; by default all of it
 */
export function answerText(answer: Answer, show: (error: AnswerError) => object = wholeError): string {
  if (answer.errors.length === 0) return `{"data":${answer.data}}`;
  const errors = `{"errors":${JSON.stringify(answer.errors.map(show))}`;
  return answer.data === undefined ? `${errors}}` : `${errors},"data":${answer.data}}`;
}

function wholeError({ message, path, extensions }: AnswerError): object {
  return { message, path, extensions };
}
