import { describe, expect, test } from 'vitest';
import { mergedUsage, type UsageNews } from '../../../../../gateway/telemetry/usage/merged-usage.ts';
import type { OperationUse, StoredUsage } from '../../../../../gateway/telemetry/usage/stored-usage.ts';
import { describeUsers, usersOf, usersOfOperation } from '../../../../../gateway/telemetry/usage/users-of.ts';

const NOW = Date.parse('2025-05-10T00:00:00Z');
const day = (number: number) => `2025-05-0${number}T00:00:00.000Z`;
const use = (id: string, last: number, changed: Partial<OperationUse> = {}): OperationUse => {
  const counts = { requests: 2, errors: 1, milliseconds: 10, cost: 4, first: day(last), last: day(last) };
  return { id, name: id.toUpperCase(), ...counts, ...changed };
};
const EMPTY: StoredUsage = { format: 'redcat-usage', version: 1, operations: {}, fields: {} };
const news = (
  client: string,
  uses: OperationUse[],
  fields: Record<string, string> = {},
  inputs: Record<string, string> = {},
): UsageNews => ({
  operations: new Map([[client, uses]]),
  fields: new Map([[client, new Map(Object.entries(fields))]]),
  inputs: new Map([[client, new Map(Object.entries(inputs))]]),
});

describe('usage', () => {
  test('of several gateways adds up, with the first and the last use', () => {
    const once = mergedUsage(EMPTY, news('web', [use('a', 3)], { 'Product.price': day(3) }), NOW);
    const twice = mergedUsage(once, news('web', [use('a', 2), use('b', 4)], { 'Product.price': day(2) }), NOW);
    const all = mergedUsage(twice, news('erp', [use('a', 5)], { 'Product.price': day(5), 'Product.id': day(5) }), NOW);
    expect(all.operations.web).toEqual([
      use('b', 4),
      use('a', 3, { requests: 4, errors: 2, milliseconds: 20, cost: 8, first: day(2) }),
    ]);
    expect(usersOf(all, 'Product.price')).toEqual([
      { client: 'erp', last: day(5) },
      { client: 'web', last: day(3) },
    ]);
    expect(usersOf(all, 'Product').map(({ client }) => client)).toEqual(['erp', 'web']);
    expect(usersOf(all, 'Product.pri')).toEqual([]);
    expect(usersOfOperation(all, 'A').map(({ client }) => client)).toEqual(['erp', 'web']);
    expect(describeUsers(usersOf(all, 'Product.id'))).toBe('erp (last on 2025-05-05)');
  });

  test('is bounded: what was used longest ago is forgotten, and whatever is too old', () => {
    const limits = { operationsPerClient: 2, clients: 2, fields: 3, age: 5 * 86_400_000 };
    const fields = { 'A.a': day(6), 'A.b': day(7), 'A.c': day(8), 'A.d': day(9), 'A.old': day(4) };
    const web = mergedUsage(
      EMPTY,
      news('web', [use('a', 6), use('b', 8), use('c', 7), use('d', 4)], fields),
      NOW,
      limits,
    );
    expect(web.operations.web?.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(Object.keys(web.fields)).toEqual(['A.d', 'A.c', 'A.b']);
    const more = mergedUsage(web, news('x', [use('a', 6)]), NOW, limits);
    expect(Object.keys(mergedUsage(more, news('y', [use('a', 9)]), NOW, limits).operations)).toEqual(['y', 'web']);
  });

  test('takes a client named __proto__ for what it is', () => {
    const all = mergedUsage(EMPTY, news('__proto__', [use('a', 3)], { 'Product.id': day(3) }), NOW);
    expect(usersOf(all, 'Product.id')).toEqual([{ client: '__proto__', last: day(3) }]);
    expect(mergedUsage(all, news('__proto__', [use('a', 3)]), NOW).operations).toHaveProperty(['__proto__']);
    expect(({} as Record<string, unknown>).last).toBeUndefined();
  });
});
