import { expect, test } from 'vitest';
import { LocalFederation } from '../../../../kit/federation.ts';

test('a variable with a name of the planner’s is the client’s wherever it stands, in questions about the schema too', async () => {
  const resolvers = { Query: { a: () => 1 } };
  const federation = new LocalFederation({ one: { typeDefs: 'type Query { a: Int }', resolvers } });
  const query = `query ($representations: Boolean!) {
    a @skip(if: $representations)
    i: __type(name: "Query") @include(if: $representations) { __typename: name }
    ...F @include(if: $representations)
  }
  fragment F on Query { j: __schema { ...S } }
  fragment S on __Schema { queryType @include(if: $representations) { name } }`;
  expect(await federation.run(query, { representations: true })).toEqual({
    data: { i: { __typename: 'Query' }, j: { queryType: { name: 'Query' } } },
  });
});
