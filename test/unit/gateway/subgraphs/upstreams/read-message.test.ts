import { expect, test } from 'vitest';
import { messageAnswer } from '../../../../../gateway/subgraphs/upstreams/read-message.ts';

const errorsOf = (message: object) => messageAnswer(message, JSON.stringify(message)).errors;

test('errors of a message that are no list are one error, and null is none', () => {
  expect(errorsOf({ data: { a: 1 }, errors: { message: 'no' } })).toEqual([{ message: 'no' }]);
  expect(errorsOf({ errors: 'no' })).toEqual(['no']);
  expect(errorsOf({ data: { a: 1 }, errors: null })).toEqual([]);
  expect(errorsOf({ data: { a: 1 }, errors: [{ message: 'no' }] })).toEqual([{ message: 'no' }]);
});
