import { ApolloServer } from '@apollo/server';
import { buildSchema, graphqlSync } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { redcatGateway } from '../../gateway/apollo.ts';
import { composeLocal } from '../kit/federation.ts';

const typeDefs = 'type Query { a(i: Int!, l: [Int!]): Int }';
const query = 'query Q($i: Int!, $l: [Int!] = [1]) {\n  a(i: $i, l: $l)\n}';
const logger = { debug() {}, info() {}, warn() {}, error() {} };
const server = new ApolloServer({
  gateway: redcatGateway({ supergraphSdl: composeLocal({ only: { typeDefs } }) }),
  logger,
});

beforeAll(() => server.start());
afterAll(() => server.stop());

test.each([{}, { i: 'x' }, { i: null }, { i: 1, l: [1, 'b'] }, { i: 'x', l: 'y' }])(
  'the drop-in says where in the document a wrong variable is defined, as graphql-js does: %j',
  async (variables) => {
    const { errors = [] } = graphqlSync({ schema: buildSchema(typeDefs), source: query, variableValues: variables });
    const { body } = await server.executeOperation({ query, variables });
    if (body.kind !== 'single') throw new Error('The answer came in parts');
    expect(body.singleResult.errors).toMatchObject(errors.map(({ message, locations }) => ({ message, locations })));
  },
);
