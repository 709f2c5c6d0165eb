import { expect, test } from 'vitest';
import { messageAnswer } from '../../../../../gateway/subgraphs/upstreams/read-message.ts';
import { utf8Text } from '../../../../../gateway/utf8-text.ts';

const errorsOf = (message: object) => messageAnswer(message, utf8Text(JSON.stringify(message)), () => message).errors;

test('errors of a message that are no list are one error, and null is none', () => {
  expect(errorsOf({ data: { a: 1 }, errors: { message: 'no' } })).toEqual([{ message: 'no' }]);
  expect(errorsOf({ errors: 'no' })).toEqual(['no']);
  expect(errorsOf({ data: { a: 1 }, errors: null })).toEqual([]);
  expect(errorsOf({ data: { a: 1 }, errors: [{ message: 'no' }] })).toEqual([{ message: 'no' }]);
});
