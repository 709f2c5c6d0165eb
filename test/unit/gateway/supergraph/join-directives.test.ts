import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { answerText } from '../../../../gateway/execution/answer.ts';
import { composeLocal, LocalFederation, localSnapshot } from '../../../kit/federation.ts';

const price = 'price(currency: String): String';
const subgraphs = {
  catalog: {
    typeDefs: `type Query { post: Post } type Post @key(fields: "id") { id: ID! title: String ${price} }`,
    resolvers: {
      Query: { post: () => ({ id: '1', title: 'T' }) },
      Post: { title: () => 'T', price: (_: unknown, { currency }: { currency: string }) => currency },
    },
  },
  shop: {
    typeDefs: `type Post @key(fields: "id") { id: ID! ${price} @external
      euros: String @requires(fields: "price(currency: \\"EUR\\")") dollars: String @requires(fields: "price(currency: \\"USD\\")") }`,
    resolvers: {
      Post: {
        euros: (post: { price: string }) => `in ${post.price}`,
        dollars: (post: { price: string }) => `in ${post.price}`,
      },
    },
  },
};

test.each([
  ['as the specification names them', (sdl: string) => sdl],
  ['under another name', (sdl: string) => sdl.replaceAll('join__', 'j__').replace(/(\/join\/v[\d.]+")/, '$1, as: "j"')],
  [
    'by a link that has another name itself',
    (sdl: string) =>
      sdl
        .replaceAll('@link', '@lnk')
        .replaceAll('link__', 'lnk__')
        .replace(/(\/link\/v[\d.]+")/, '$1, as: "lnk"'),
  ],
])('join directives are read %s', async (_name, renamed) => {
  const federation = new LocalFederation(subgraphs);
  const snapshot = localSnapshot(renamed(composeLocal(subgraphs)));
  const document = parse('{ post { id: title euros dollars price(currency: "CNY") } }');
  const prepared = await snapshot.prepareWhole({ id: 'x', document });
  expect(JSON.parse(answerText(await prepared.execute({}, federation.ask)))).toEqual({
    data: { post: { id: 'T', euros: 'in EUR', dollars: 'in USD', price: 'CNY' } },
  });
});
