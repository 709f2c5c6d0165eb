import { plainText, type Utf8Text } from '../utf8-text.ts';
import type { AnswerError, Path } from './answer-errors.ts';

/** The answer to one operation. Its data is text: it was written straight from the subgraphs' answers. */
export interface Answer {
  /** JSON text of `data`; undefined when the operation could not be executed at all. */
  readonly data: Utf8Text | undefined;
  readonly errors: readonly AnswerError[];
  /** What it costs, counted as it was written; undefined where that is not known. */
  readonly cost?: number;
  /** The rest, where the answer comes in parts: `data` and `errors` are then the first part's. */
  readonly deferred?: DeferredAnswer<AnswerError> | undefined;
}

/**
 * The rest of an answer, in parts that come when they are ready. It is neutral to how parts are written: see `doors/multipart.ts`.
 * Ending the iteration early means that nobody waits for the rest: no further fetches are begun.
 */
export interface DeferredAnswer<E> extends AsyncIterable<Delivery<E>> {
  /** Fragments that come next; never empty. */
  readonly pending: readonly PendingFragment[];
}

/** A deferred fragment at one object of the answer. */
export interface PendingFragment {
  /** Unique in the answer. */
  readonly id: string;
  /** As the client gave it. */
  readonly label: string | undefined;
  readonly path: Path;
  /** Whether all its fields come with others, so that there is nothing to wait for. */
  readonly empty: boolean;
}

/** One step of delivery. */
export interface Delivery<E> {
  readonly completed: readonly CompletedFragment<E>[];
  /** Fragments within the completed ones, which come next. */
  readonly pending: readonly PendingFragment[];
  /** Whether further deliveries follow. */
  readonly hasNext: boolean;
}

/** A deferred fragment that has come to its end. */
export interface CompletedFragment<E> extends PendingFragment {
  /** Undefined where a null came up to the fragment that must not be null: `errors` then say why. */
  readonly data: FragmentData | undefined;
  readonly errors: readonly E[];
}

/** The data of a deferred fragment: as the fragment selects it, and as what is new of it. */
export interface FragmentData {
  /**
   * JSON text of all that the fragment selects, but for fragments deferred within; also what came before with other parts. To be called once.
   * Undefined where the answer has no room for it.
   */
  whole(): string | undefined;
  /** JSON texts of objects that hold no field which came before, to be merged into the answer at their paths, in this order. */
  readonly news: readonly { readonly path: Path; readonly data: string }[];
}

/**
 * The JSON text of a whole GraphQL response; errors come first, as the specification recommends.
 * @param show what clients may read of an error; by default all of it
 */
export function answerText(answer: Answer, show: (error: AnswerError) => object = wholeError): string {
  const data = answer.data && plainText(answer.data);
  if (answer.errors.length === 0) return `{"data":${data}}`;
  const errors = `{"errors":${JSON.stringify(answer.errors.map(show))}`;
  return data === undefined ? `${errors}}` : `${errors},"data":${data}}`;
}

function wholeError({ message, path, extensions }: AnswerError): object {
  return { message, path, extensions };
}
