import { expect, test } from 'vitest';
import { ANONYMOUS, type Client, DEVELOPMENT } from '../../../../gateway/clients/client.ts';
import { servedOperations } from '../../../../gateway/operations/served-operations.ts';
import { registeredOperation } from '../../../kit/operations.ts';

const partner = (name: string, operations: Client['operations']): Client => ({
  ...ANONYMOUS,
  kind: 'partner',
  name,
  operations,
});

const first = registeredOperation('query Page { a }');
const second = registeredOperation('query Page { a b }', { version: 2 });
const third = registeredOperation('query Page { a c }', { version: 3, clients: ['erp'] });
const other = registeredOperation('query Other { b }');
const served = servedOperations([first, other, third, second]);

test('an operation is found by its name, the newest version that the client may use where none is given', () => {
  expect(served.byName('Page', undefined, ANONYMOUS)).toBe(second);
  expect(served.byName('Page', undefined, partner('erp', 'any'))).toBe(third);
  expect(served.byName('Page', 1, ANONYMOUS)).toBe(first);
  expect(served.byName('Page', 4, ANONYMOUS)).toBeUndefined();
  expect(served.byName('constructor', undefined, ANONYMOUS)).toBeUndefined();
});

test('what a client may not use reads as what there is not, by id, name and in the list', () => {
  const erp = partner('erp', new Set(['Page']));
  expect(served.byId(other.id, erp)).toBeUndefined();
  expect(served.byName('Other', undefined, erp)).toBeUndefined();
  expect(served.all(erp)).toEqual([third, second, first]);
  expect(served.byId(third.id, ANONYMOUS)).toBeUndefined();
  expect(served.byName('Page', 3, ANONYMOUS)).toBeUndefined();
  expect(served.all(ANONYMOUS)).toEqual([other, second, first]);
  expect(served.all(partner('else', new Set()))).toEqual([]);
});

test('in development everything is for everyone', () => {
  expect(served.all(DEVELOPMENT)).toEqual([other, third, second, first]);
  expect(served.byId(third.id, DEVELOPMENT)).toBe(third);
});
