import { utf8Text } from '../utf8-text.ts';
import type { Answer } from './answer.ts';

/** What is told of an object whose fields can't be collected, since a condition is null; in the words of graphql-js. */
export const CONDITION_NULL = {
  code: 'BAD_USER_INPUT',
  message: 'Argument "if" of non-null type "Boolean!" must not be null.',
} as const;

/** The answer to an operation of whose root fields it is true. */
export const UNDECIDED: Answer = {
  data: utf8Text('null'),
  errors: [{ message: CONDITION_NULL.message, extensions: { code: CONDITION_NULL.code }, foreign: false }],
};
