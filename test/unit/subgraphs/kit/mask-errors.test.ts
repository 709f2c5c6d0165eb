import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../../subgraphs/kit/errors.ts';
import { maskErrors } from '../../../../subgraphs/kit/mask-errors.ts';

/** An error at a field's path, as execution makes it of what a resolver threw. */
const at = (cause: Error) => new GraphQLError(cause.message, { path: ['notes', 0, 'author'], originalError: cause });

function masked(error: GraphQLError) {
  const logged: unknown[] = [];
  const { statusCode, response } = maskErrors({ data: { note: null }, errors: [error] }, (one) => logged.push(one));
  return { statusCode, errors: response.errors, data: response.data, logged };
}

describe('what leaves a subgraph', () => {
  test("the caller's mistake is told as it stands, with its code and place", () => {
    expect(masked(at(new InputError('ID_INVALID', '"x" is no note id')))).toMatchObject({
      statusCode: 200,
      data: { note: null },
      errors: [{ message: '"x" is no note id', path: ['notes', 0, 'author'], extensions: { code: 'ID_INVALID' } }],
      logged: [],
    });
  });

  test('a failure of ours tells nothing of the inside, and is logged whole', () => {
    for (const cause of [
      new Error('connect ECONNREFUSED 10.0.0.7:5432'),
      new TypeError('undefined is not a function'),
      new Error('duplicate key value violates unique constraint "product_links_once"'),
    ]) {
      const { errors, logged } = masked(at(cause));
      expect(errors).toEqual([
        {
          message: 'Something went wrong here; it has been logged.',
          path: ['notes', 0, 'author'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ]);
      expect(logged).toHaveLength(1);
      expect(JSON.stringify(errors)).not.toContain(cause.message);
    }
  });

  test('a document that was refused is an answer, with each thing that is wrong', () => {
    const refusal = Object.assign(new Error('Graphql validation error'), {
      statusCode: 400,
      errors: [
        new GraphQLError('Cannot query field "price" on type "Note".'),
        new GraphQLError('Unknown argument "x".'),
      ],
    });
    const { statusCode, errors, logged } = masked(new GraphQLError(refusal.message, { originalError: refusal }));
    expect(statusCode).toBe(200);
    expect(errors?.map((error) => error.extensions?.code)).toEqual(['BAD_REQUEST', 'BAD_REQUEST']);
    expect(logged).toEqual([]);
  });

  test('a request that is no GraphQL has a status of its own', () => {
    const refusal = Object.assign(new Error('Unknown query'), { statusCode: 400 });
    expect(masked(new GraphQLError(refusal.message, { originalError: refusal }))).toMatchObject({
      statusCode: 400,
      errors: [{ message: 'Unknown query', extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});
