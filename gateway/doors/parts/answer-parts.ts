import { errors } from '../../errors.ts';
import type { CompletedFragment, DeferredAnswer, Delivery, PendingFragment } from '../../execution/answer.ts';

/**
 * How the parts of an answer are written: `deferSpec` as Apollo's clients and Router know it, after the GraphQL specification's draft of
 * 2022-08-24; `incrementalSpec` after the present draft (https://github.com/graphql/graphql-spec/pull/1110), in which no field is sent twice.
 */
export type IncrementalFormat = 'deferSpec' | 'incrementalSpec';

/** An answer in parts; errors as clients may read them. */
export interface AnswerInParts {
  /** JSON text of the first part as an answer of its own: an object that is not empty. */
  readonly first: string;
  readonly deferred: DeferredAnswer<object>;
}

/** One part of an answer, as JSON text of an object. */
export interface AnswerPart {
  readonly text: string;
  readonly hasNext: boolean;
}

/**
 * The parts of an answer, the first one first. Ending the iteration early ends the answer: nobody waits for it.
 * @param leave called when the iteration is ended early, at once: to abort what is under way
 */
export function answerParts(
  { first, deferred }: AnswerInParts,
  format: IncrementalFormat,
  leave: () => void = () => {},
): AsyncIterableIterator<AnswerPart> {
  const write = format === 'deferSpec' ? writeFragments : writeNews;
  const pending = format === 'deferSpec' ? '' : pendingText(deferred.pending);
  const deliveries = deferred[Symbol.asyncIterator]();
  let state: 'first' | 'rest' | 'over' = 'first';
  const end = (): IteratorResult<AnswerPart> => {
    state = 'over';
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (state === 'over') return end();
      if (state === 'first') {
        state = 'rest';
        return { done: false, value: part(`${first.slice(1, -1)},${pending}`, true) };
      }
      const { done, value } = await deliveries.next();
      // What has left must not be written to, and whoever waits is told that there is no more.
      if ((state as string) === 'over') return end();
      if (!done && value.hasNext) return { done: false, value: part(write(value), true) };
      state = 'over';
      return { done: false, value: part(done ? '' : write(value), false) };
    },
    async return() {
      if (state !== 'over') {
        end();
        leave();
        await deliveries.return?.();
      }
      return end();
    },
  };
}

/** @param members JSON text of the part's members, each with a comma behind; may be empty */
function part(members: string, hasNext: boolean): AnswerPart {
  return { text: `{${members}"hasNext":${hasNext}}`, hasNext };
}

function membersOf(data: string, errors: readonly object[]): string {
  return `${errors.length === 0 ? '' : `"errors":${JSON.stringify(errors)},`}"data":${data},`;
}

const TOO_LARGE = { message: errors.ANSWER_TOO_LARGE.meaning, extensions: { code: 'ANSWER_TOO_LARGE' } };

/** Each fragment with all it selects, at its path. */
function writeFragments({ completed }: Delivery<object>): string {
  const texts = completed.map(({ path, label, data, errors }) => {
    const named = label === undefined ? '' : `"label":${JSON.stringify(label)},`;
    const whole = data?.whole();
    const told = data && whole === undefined ? [...errors, TOO_LARGE] : errors;
    return `{${membersOf(whole ?? 'null', told)}${named}"path":${JSON.stringify(path)}}`;
  });
  return `"incremental":[${texts.join()}],`;
}

/** Fragments by their ids, and only what is new. A fragment without anything of its own is never spoken of. */
function writeNews({ completed, pending }: Delivery<object>): string {
  const spoken = completed.filter(({ empty }) => !empty);
  const incremental = spoken.flatMap(newsOf);
  const texts = spoken.map(({ id, data, errors }) => {
    const why = data || errors.length === 0 ? '' : `,"errors":${JSON.stringify(errors)}`;
    return `{"id":"${id}"${why}}`;
  });
  const delivered = incremental.length === 0 ? '' : `"incremental":[${incremental.join()}],`;
  return `${pendingText(pending)}${delivered}${texts.length === 0 ? '' : `"completed":[${texts.join()}],`}`;
}

/** The errors of a fragment stand with the first object of it. */
function newsOf({ id, path, data, errors }: CompletedFragment<object>): string[] {
  if (!data) return [];
  const news = data.news.length === 0 && errors.length > 0 ? [{ path, data: '{}' }] : data.news;
  return news.map((object, index) => {
    const subPath = object.path.slice(path.length);
    const below = subPath.length === 0 ? '' : `"subPath":${JSON.stringify(subPath)},`;
    return `{${membersOf(object.data, index === 0 ? errors : [])}${below}"id":"${id}"}`;
  });
}

function pendingText(pending: readonly PendingFragment[]): string {
  const texts = pending
    .filter(({ empty }) => !empty)
    .map(({ id, path, label }) => {
      const named = label === undefined ? '' : `,"label":${JSON.stringify(label)}`;
      return `{"id":"${id}","path":${JSON.stringify(path)}${named}}`;
    });
  return texts.length === 0 ? '' : `"pending":[${texts.join()}],`;
}
