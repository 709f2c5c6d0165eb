import { describe, expect, test } from 'vitest';
import { multipartBody, multipartType } from '../../../../../gateway/doors/parts/multipart.ts';
import type { DeferredAnswer, Delivery } from '../../../../../gateway/execution/answer.ts';

const fragment = { id: '0', label: 'A', path: ['a'], empty: false };

/** An answer of which this is deferred. */
function deferring(...deliveries: Delivery<object>[]): DeferredAnswer<object> {
  return {
    pending: [fragment],
    async *[Symbol.asyncIterator]() {
      yield* deliveries;
    },
  };
}

const delivery: Delivery<object> = {
  completed: [
    {
      ...fragment,
      data: { whole: () => '{"x":1,"y":{"z":2}}', news: [{ path: ['a', 'y'], data: '{"z":2}' }] },
      errors: [{ message: 'm' }],
    },
  ],
  pending: [],
  hasNext: false,
};

async function textsOf(body: AsyncIterable<string>): Promise<string[]> {
  const texts: string[] = [];
  for await (const text of body) texts.push(text);
  return texts;
}

const HEAD = 'content-type: application/json; charset=utf-8\r\n\r\n';

describe('a multipart body', () => {
  test('ends each piece with a boundary, so that a part is whole as soon as it came', async () => {
    const body = multipartBody({ first: '{"data":{"a":{}}}', deferred: deferring(delivery) }, 'deferSpec');
    expect(await textsOf(body)).toEqual([
      `\r\n---\r\n${HEAD}{"data":{"a":{}},"hasNext":true}\r\n---\r\n`,
      `${HEAD}{"incremental":[{"errors":[{"message":"m"}],"data":{"x":1,"y":{"z":2}},"label":"A","path":["a"]}],"hasNext":false}\r\n-----\r\n`,
    ]);
    expect(multipartType('deferSpec')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
  });

  test('says what is pending, what is new of it, and what is completed, as the present draft does', async () => {
    const body = multipartBody({ first: '{"data":{"a":{}}}', deferred: deferring(delivery) }, 'incrementalSpec');
    expect(await textsOf(body)).toEqual([
      `\r\n---\r\n${HEAD}{"data":{"a":{}},"pending":[{"id":"0","path":["a"],"label":"A"}],"hasNext":true}\r\n---\r\n`,
      `${HEAD}{"incremental":[{"errors":[{"message":"m"}],"data":{"z":2},"subPath":["y"],"id":"0"}],"completed":[{"id":"0"}],"hasNext":false}\r\n-----\r\n`,
    ]);
    expect(multipartType('incrementalSpec')).toBe('multipart/mixed; boundary="-"; incrementalSpec=v0.2');
  });

  test('tells why a fragment was not delivered', async () => {
    const failed = { ...fragment, data: undefined, errors: [{ message: 'no' }] };
    const deliver = (format: 'deferSpec' | 'incrementalSpec') =>
      textsOf(
        multipartBody({ first: '{"data":{}}', deferred: deferring({ ...delivery, completed: [failed] }) }, format),
      );
    expect((await deliver('deferSpec'))[1]).toContain(
      '[{"errors":[{"message":"no"}],"data":null,"label":"A","path":["a"]}]',
    );
    expect((await deliver('incrementalSpec'))[1]).toContain('{"completed":[{"id":"0","errors":[{"message":"no"}]}],');
  });

  test('whose rest ends without a last delivery has an end all the same', async () => {
    const body = multipartBody({ first: '{"data":{}}', deferred: deferring() }, 'deferSpec');
    expect((await textsOf(body))[1]).toBe(`${HEAD}{"hasNext":false}\r\n-----\r\n`);
  });

  test('that is left while a part is awaited ends at once, and its answer with it', async () => {
    const gone: string[] = [];
    const endless: DeferredAnswer<object> = {
      pending: [fragment],
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => {}),
        return: async () => {
          gone.push('answer');
          return { done: true, value: undefined };
        },
      }),
    };
    const body = multipartBody({ first: '{"data":{}}', deferred: endless }, 'deferSpec', () => gone.push('leave'));
    await body.next();
    void body.next();
    await body.return?.();
    expect(gone).toEqual(['leave', 'answer']);
    expect(await body.next()).toEqual({ done: true, value: undefined });
  });
});
