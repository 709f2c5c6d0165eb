import { describe, expect, test } from 'vitest';
import { LocalFederation } from '../../../../kit/federation.ts';

const BIO = 'b'.repeat(200);
const lost = (limit: number) => ({
  data: null,
  errors: [{ message: `The answer has more than the ${limit} characters that it may have.` }],
});

/** Objects whose texts are long in every way that a writer knows, and fields that need much of each. */
const subgraphs = {
  posts: {
    typeDefs: `
      type Query { posts: [Post] words: [String] matrix: [[Any]] any: Any odd: String made: [Made] }
      scalar Any
      type Post @key(fields: "id") { id: ID! author: User }
      type Made { bio: String never: Int! }
      type User @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        posts: () => Array.from({ length: 10 }, (_, id) => ({ id, author: { id: '1' } })),
        words: () => Array(20).fill(BIO),
        matrix: () => Array(5).fill(Array(4).fill({ bio: BIO })),
        any: () => ({ bio: BIO }),
        odd: () => `\\${BIO}`,
        made: () => Array(20).fill({ bio: BIO }),
      },
    },
  },
  users: {
    typeDefs: `
      type User @key(fields: "id") { id: ID! bio: String }
      type Post @key(fields: "id") { id: ID! }`,
    resolvers: { User: { bio: () => BIO } },
  },
  stars: {
    typeDefs: `
      type Post @key(fields: "id") { id: ID! author: User @external stars: Int @requires(fields: "author { bio }") }
      type User @key(fields: "id") { id: ID! bio: String @external }`,
    resolvers: { Post: { stars: () => 5 } },
  },
};

const open = (answerLimit: number) => new LocalFederation(subgraphs, { answerLimit });
const names = (field: string) => Array.from({ length: 20 }, (_, number) => `f${number}: ${field}`).join(' ');

describe('An answer’s data', () => {
  test.each([
    ['objects of one entity', '{ posts { author { bio } } }'],
    ['lists of leaves', '{ words }'],
    ['lists of lists', '{ matrix }'],
    ['scalars under many names', `{ ${names('any')} }`],
    ['texts that need escaping', `{ ${names('odd')} }`],
    ['plain texts under many names', `{ posts { author { ${names('bio')} } } }`],
    ['introspection under many names', '{ a: __schema { types { name } } b: __schema { types { name } } }'],
    ['names of types', `{ posts { ${names('__typename')} } }`],
  ])('is as long as the limit allows, and no longer: %s', async (_what, query) => {
    const { data } = await open(0).run(query);
    const { length } = JSON.stringify(data);
    expect(await open(length).run(query)).toEqual({ data });
    expect(await open(length - 1).run(query)).toMatchObject(lost(length - 1));
    expect(await open(60).run(query)).toMatchObject(lost(60));
  });

  test('counts what was written for nothing, since a null takes its place', async () => {
    const federation = open(3000);
    federation.intercept = () => JSON.stringify({ data: { made: Array(20).fill({ bio: BIO, never: null }) } });
    const { data, errors = [] } = await federation.run('{ made { bio never } }');
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('ANSWER_TOO_LARGE');
  });

  test('longer than a text can be in the process is told as too long, too', async () => {
    const federation = open(0);
    const long = 'b'.repeat(60_000_000);
    federation.intercept = ({ query }) =>
      query.includes('_entities') ? `{"data":{"_entities":[{"bio":"${long}"}]}}` : undefined;
    const { data, errors } = await federation.run('{ posts { author { bio } } }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'ANSWER_TOO_LARGE' } }]);
  });

  test('bounds what a fetch sends: the field alone is lost that needs more', async () => {
    const query = '{ words posts { stars } }';
    expect((await open(6000).run(query)).data?.posts).toEqual(Array(10).fill({ stars: 5 }));
    const limited = new LocalFederation(
      {
        ...subgraphs,
        posts: {
          ...subgraphs.posts,
          resolvers: { Query: { posts: subgraphs.posts.resolvers.Query.posts, words: () => [] } },
        },
      },
      { answerLimit: 1500 },
    );
    const { data, errors = [] } = await limited.run(query);
    expect(data).toEqual({ words: [], posts: Array(10).fill({ stars: null }) });
    expect(errors).toHaveLength(10);
    expect(errors[3]).toMatchObject({
      path: ['posts', 3, 'stars'],
      extensions: { code: 'ANSWER_TOO_LARGE', subgraph: 'stars' },
    });
    expect(limited.asked.map(({ subgraph }) => subgraph)).not.toContain('stars');
  });
});
