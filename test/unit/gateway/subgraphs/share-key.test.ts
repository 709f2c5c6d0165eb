import { describe, expect, test } from 'vitest';
import { headerIdentity, shareKey } from '../../../../gateway/subgraphs/share-key.ts';

const question = { subgraph: 's', body: '{}', kind: 'query', personal: false, fetches: [0] } as const;

describe('what equal questions have in common', () => {
  test('stays short for long bodies', () => {
    const body = 'x'.repeat(100_000);
    expect(shareKey({ ...question, body }, '[]', undefined)?.length).toBeLessThan(300);
  });

  test('tells headers apart, and who asks for what is personal', () => {
    const personal = { ...question, personal: true };
    const keys = [
      shareKey(question, headerIdentity({ a: '1' }, new Set()), 'ann'),
      shareKey(question, headerIdentity({ a: '2' }, new Set()), 'ann'),
      shareKey(question, headerIdentity({ b: '1' }, new Set()), 'ann'),
      shareKey(personal, headerIdentity({ a: '1' }, new Set()), 'ann'),
      shareKey(personal, headerIdentity({ a: '1' }, new Set()), 'bob'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is the same whatever the order of headers, and what those say that change no answer', () => {
    const ignored = new Set(['x-request-id']);
    expect(headerIdentity({ a: '1', b: '2', 'x-request-id': '1' }, ignored)).toBe(
      headerIdentity({ 'x-request-id': '2', b: '2', a: '1' }, ignored),
    );
  });

  test('is nothing for writes, and for what is personal to nobody', () => {
    expect(shareKey({ ...question, kind: 'mutation' }, '[]', 'ann')).toBeUndefined();
    expect(shareKey({ ...question, personal: true }, '[]', undefined)).toBeUndefined();
  });
});
