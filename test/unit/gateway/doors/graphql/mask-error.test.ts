import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { maskError } from '../../../../../gateway/doors/graphql/mask-error.ts';
import { UNEXPECTED } from '../../../../../gateway/errors.ts';

const mask = (error: GraphQLError) => {
  const formatted = error.toJSON();
  const code = error.extensions.code ?? 'INTERNAL_SERVER_ERROR';
  return maskError({ ...formatted, extensions: { ...error.extensions, code } }, error);
};

describe('maskError', () => {
  test('keeps message, path, code and subgraph of an error that was made for clients', () => {
    const error = new GraphQLError('Gone.', {
      path: ['a', 0],
      extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 's', host: 'h' },
    });
    expect(mask(error)).toEqual({
      message: 'Gone.',
      path: ['a', 0],
      extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 's' },
    });
  });

  test.each([
    [400, 'BAD_REQUEST'],
    [405, 'METHOD_NOT_ALLOWED'],
    [413, 'BODY_TOO_LARGE'],
    [415, 'MEDIA_TYPE_UNSUPPORTED'],
    [500, 'INTERNAL_SERVER_ERROR'],
  ])('codes a refusal with HTTP status %s as %s', (status, code) => {
    const error = new GraphQLError('x', { extensions: { http: { status } } });
    expect(mask(error).extensions.code).toBe(code);
  });

  test('says of an error that nobody made for clients no more than that there was one', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.dictionary(fc.string(), fc.string()), (message, extensions) => {
        fc.pre(!('code' in extensions) && !('subgraph' in extensions) && !('http' in extensions));
        const masked = mask(
          new GraphQLError(message, { path: ['a'], extensions: { ...extensions, code: 'ECONNREFUSED' } }),
        );
        expect(masked).toEqual({
          message: UNEXPECTED,
          path: ['a'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        });
      }),
    );
  });

  test('never passes a code that is none of ours', () => {
    expect(mask(new GraphQLError('Inside.', { extensions: { code: 'INVALID_GRAPHQL' } }))).toEqual({
      message: UNEXPECTED,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });

  test.each([
    ['GRAPHQL_PARSE_FAILED', 'Maximum call stack size exceeded'],
    ['GRAPHQL_VALIDATION_FAILED', 'Validation aborted.'],
  ])('says in words of its own that a document was given up (%s)', (code, message) => {
    const masked = mask(new GraphQLError(message, { extensions: { code } }));
    expect(masked.extensions.code).toBe('OPERATION_TOO_COMPLEX');
    expect(masked.message).toMatch(/too many/i);
    expect(masked.message).not.toContain(message);
  });

  test('takes what is thrown and no error at all', () => {
    expect(maskError({ message: 'boo', extensions: { code: 'INTERNAL_SERVER_ERROR' } }, 'boo').message).not.toContain(
      'boo',
    );
  });
});
