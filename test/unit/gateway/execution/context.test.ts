import { describe, expect, test } from 'vitest';
import { LocalFederation } from '../../../kit/federation.ts';

const bank = {
  people: {
    typeDefs: 'type Query { users: [User!]! user: User } type User @key(fields: "id") { id: ID! locale: String! }',
    resolvers: {
      Query: {
        users: () => ['de', 'zh', 'de'].map((locale, index) => ({ id: `${index}`, locale })),
        user: () => ({ id: '7', locale: 'en' }),
      },
    },
  },
  accounts: {
    typeDefs: `
      type User @key(fields: "id") @context(name: "user") { id: ID! locale: String! @external accounts: [Account!] }
      type Account @key(fields: "id") { id: ID! balance(locale: String @fromContext(field: "$user { locale }")): String }`,
    resolvers: {
      User: { accounts: ({ id }: { id: string }) => [{ id: `${id}a` }, { id: 'shared' }] },
      Account: { balance: ({ id }: { id: string }, { locale }: { locale?: string }) => `${id} in ${locale}` },
    },
  },
};

describe('12. `@fromContext`', () => {
  test('an argument takes its value from the object that the context names', async () => {
    const federation = new LocalFederation(bank);
    const { data, errors } = await federation.run('{ user { accounts { balance } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ user: { accounts: [{ balance: '7a in en' }, { balance: 'shared in en' }] } });
  });

  test('entities below objects with different values are asked apart, each with its own', async () => {
    const federation = new LocalFederation(bank);
    const { data } = await federation.run('{ users { accounts { balance } } }');
    expect(data).toEqual({
      users: ['de', 'zh', 'de'].map((locale, id) => ({
        accounts: [{ balance: `${id}a in ${locale}` }, { balance: `shared in ${locale}` }],
      })),
    });
    const locales = federation.asked.flatMap(({ variables }) =>
      Object.entries(variables).flatMap(([name, value]) => (name.startsWith('contextual') ? [value] : [])),
    );
    expect(locales.sort()).toEqual(['de', 'zh']);
  });
});
