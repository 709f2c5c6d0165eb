import { expect, test } from 'vitest';
import { headerIdentity } from '../../../../../gateway/subgraphs/headers/header-identity.ts';

test('headers are told apart by name and value, in any order, but for those that change no answer', () => {
  const identity = (headers: Record<string, string>) => headerIdentity(headers, new Set(['x-request-id']));
  expect(identity({ a: '1', b: '2', 'x-request-id': '1' })).toBe(identity({ 'x-request-id': '2', b: '2', a: '1' }));
  const all = [{ a: '1' }, { a: '2' }, { b: '1' }, { a: '1', b: '1' }, { a: '1","b":"1' }, {}].map((headers) =>
    identity(headers as Record<string, string>),
  );
  expect(new Set(all).size).toBe(all.length);
});
