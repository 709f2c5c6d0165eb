import { expect, test } from 'vitest';
import { lacks } from './random/compare.ts';

const whole = (data: unknown, ...paths: (string | number)[][]) => ({
  data,
  errors: paths.map((path) => ({ message: 'no value', path })),
});

test.each([
  ['a field is lost', { a: { b: 1 } }, whole({ a: { b: 1, c: 2 } })],
  ['an object is lost', { a: null }, whole({ a: { b: 1 } })],
  ['the field is lost that has cost an object', { a: [{ b: 1 }] }, whole({ a: [null] }, ['a', 0, 'c'])],
  ['the field is lost that has cost all', { a: { b: 1 } }, whole(null, ['a', 'c'])],
])('data lacks something where %s', (_what, less, other) => {
  expect(lacks(less, other)).toBe(true);
});

test.each([
  ['a value differs', { a: 1 }, whole({ a: 2 })],
  ['there is a value more', { a: 1, b: 2 }, whole({ a: 1 })],
  ['a null is not there, and nothing tells why', { a: { b: 1 } }, whole({ a: null })],
  ['a null is not there whose field has a value', { a: { b: 1, c: 2 } }, whole({ a: null }, ['a', 'c'])],
  ['a null is not there that stands by itself', { a: 1 }, whole({ a: null }, ['a'])],
  ['another null is not there', { a: { b: 1 }, d: { b: 1 } }, whole({ a: null, d: null }, ['a', 'c'])],
])('data is other data where %s', (_what, less, other) => {
  expect(lacks(less, other)).toBe(false);
});
