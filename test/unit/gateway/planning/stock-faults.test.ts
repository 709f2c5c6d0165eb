import { describe, expect, test } from 'vitest';
import { LocalFederation } from '../../../kit/federation.ts';

const PRICES: Readonly<Record<string, number>> = { USD: 1, EUR: 2, CNY: 7 };

const posts = {
  posts: {
    typeDefs: `
      type Query { post: Post posts: [Post] }
      type Mutation { publish: Post }
      type Post @key(fields: "id") { id: ID! title: String comments(limit: Int): [Comment] price(currency: String): Int }
      type Comment @shareable { authorId: ID! }`,
    resolvers: {
      Query: { post: () => ({ id: '1' }), posts: () => [{ id: '1' }, { id: '2' }] },
      Mutation: { publish: () => ({ id: '1' }) },
      Post: {
        title: ({ id }: { id: string }) => `Post ${id}`,
        comments: (_: unknown, { limit = 9 }: { limit?: number }) =>
          Array.from({ length: limit }, (_each, index) => ({ authorId: `a${index}` })),
        price: (_: unknown, { currency = 'CNY' }: { currency?: string }) => PRICES[currency],
      },
    },
  },
  people: {
    typeDefs: `
      type Comment @shareable { authorId: ID! }
      type Post @key(fields: "id") {
        id: ID! comments(limit: Int): [Comment] @external price(currency: String): Int @external
        voices: [ID] @requires(fields: "comments(limit: 3) { authorId }")
        dollars: String @requires(fields: "price(currency: \\"USD\\")")
        euros: String @requires(fields: "price(currency: \\"EUR\\")")
      }`,
    resolvers: {
      Post: {
        voices: ({ comments }: { comments: { authorId: string }[] }) => comments.map(({ authorId }) => authorId),
        dollars: ({ price }: { price: number }) => `$${price}`,
        euros: ({ price }: { price: number }) => `€${price}`,
      },
    },
  },
};

describe('`@requires` with arguments against the client’s own arguments', () => {
  test('the client gets what it asked for, and the field set what it needs', async () => {
    const federation = new LocalFederation(posts);
    const { data } = await federation.run(
      '{ post { comments(limit: 1) { authorId } voices all: comments { authorId } price } }',
    );
    expect(data).toMatchObject({ post: { comments: [{ authorId: 'a0' }], voices: ['a0', 'a1', 'a2'], price: 7 } });
    expect(data).toHaveProperty('post.all.length', 9);
  });

  test('two field sets that need one field with different arguments each get their own', async () => {
    const federation = new LocalFederation(posts);
    const query = '{ posts { ...Money title price(currency: "CNY") } } fragment Money on Post { dollars euros }';
    expect((await federation.run(query)).data).toEqual({
      posts: [1, 2].map((id) => ({ dollars: '$1', euros: '€2', title: `Post ${id}`, price: 7 })),
    });
  });

  test('a mutation that would have to be planned twice is refused', async () => {
    const federation = new LocalFederation(posts);
    await expect(federation.run('mutation { publish { dollars euros } }')).rejects.toThrow(/cannot ask together/);
    expect((await federation.run('mutation { publish { dollars title } }')).data).toEqual({
      publish: { dollars: '$1', title: 'Post 1' },
    });
  });

  test('an error at a renamed field has the client’s path', async () => {
    const federation = new LocalFederation(posts);
    federation.intercept = ({ query }) => {
      const key = /\w*comments\w*(?=:comments\(limit:1\))/.exec(query)?.[0];
      return (
        key &&
        `{"data":{"post":{"__typename":"Post","id":"1","${key}":null}},"errors":[{"message":"no","path":["post","${key}"]}]}`
      );
    };
    const { errors } = await federation.run('{ post { comments(limit: 1) { authorId } } }');
    expect(errors?.map(({ path }) => path)).toEqual([['post', 'comments']]);
  });
});

describe('an alias that is the name of a key', () => {
  test('does not replace the key', async () => {
    const federation = new LocalFederation(posts);
    expect((await federation.run('{ post { id: title dollars } }')).data).toEqual({
      post: { id: 'Post 1', dollars: '$1' },
    });
  });
});

describe('a key that is `resolvable: false`', () => {
  test('is not chosen for the fetch after a `@requires` where a resolvable one exists', async () => {
    const federation = new LocalFederation({
      a: {
        typeDefs:
          'type Query { thing: Thing } type Thing @key(fields: "id") @key(fields: "sku") { id: ID! sku: ID! size: Int }',
        resolvers: { Query: { thing: () => ({ id: 'i', sku: 's', size: 4 }) } },
      },
      b: {
        typeDefs: `type Thing @key(fields: "id", resolvable: false) @key(fields: "sku") {
          id: ID! sku: ID! size: Int @external doubled: Int @requires(fields: "size") }`,
        resolvers: {
          Thing: {
            __resolveReference: (reference: { sku?: string }) => (reference.sku ? reference : null),
            doubled: ({ size }: { size: number }) => size * 2,
          },
        },
      },
    });
    expect((await federation.run('{ thing { doubled } }')).data).toEqual({ thing: { doubled: 8 } });
    expect(federation.asked[1]?.variables.representations).toEqual([{ __typename: 'Thing', sku: 's', size: 4 }]);
  });
});
