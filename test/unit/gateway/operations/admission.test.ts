import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ANONYMOUS, type Client } from '../../../../gateway/clients/client.ts';
import type { Level } from '../../../../gateway/clients/level.ts';
import { type AskedDocument, admission } from '../../../../gateway/operations/admission.ts';
import { servedOperations } from '../../../../gateway/operations/served-operations.ts';
import { registeredOperation } from '../../../kit/operations.ts';

const own = registeredOperation('query Own { a }', { clients: ['erp'] });
const others = registeredOperation('query Others { a }', { clients: ['else'] });
const served = servedOperations([own, others]);
const client = (level: Level): Client => ({ ...ANONYMOUS, kind: 'partner', name: 'erp', level });

function decided(asked: Partial<AskedDocument>, level: Level): string {
  const made = admission({ text: undefined, id: undefined, isAutomatic: false, ...asked }, client(level), served);
  if (made.kind === 'refused') return made.code;
  return made.kind === 'registered' ? made.operation.name : made.kind;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const FOREIGN = '{ b }';
const LAX = ['open', 'log'] as const;
const STRICT = ['safelist', 'ids-only'] as const;

describe('an id alone', () => {
  test.each([...LAX, ...STRICT])('is the registered operation, at the level %s', (level) => {
    expect(decided({ id: own.id }, level)).toBe('Own');
    expect(decided({ id: own.id, isAutomatic: true }, level)).toBe('Own');
  });

  test.each([...LAX, ...STRICT])('of another client reads as an unknown one, at the level %s', (level) => {
    for (const isAutomatic of [true, false]) {
      const unknown = decided({ id: 'f'.repeat(64), isAutomatic }, level);
      expect(decided({ id: others.id, isAutomatic }, level)).toBe(unknown);
      const mayHaveCome = isAutomatic && (level === 'open' || level === 'log');
      expect(unknown).toBe(mayHaveCome ? 'ad-hoc' : 'PERSISTED_QUERY_NOT_FOUND');
    }
  });

  test('or nothing at all never leads past the safelist', () => {
    for (const level of STRICT) {
      for (const isAutomatic of [true, false]) expect(decided({ isAutomatic }, level)).toBe('BAD_REQUEST');
      expect(decided({ text: '' }, level)).toBe('BAD_REQUEST');
    }
  });
});

describe('a text', () => {
  test('is read where any may be sent', () => {
    for (const level of LAX) expect(decided({ text: FOREIGN }, level)).toBe('ad-hoc');
    for (const level of STRICT) expect(decided({ text: FOREIGN }, level)).toBe('OPERATION_FORBIDDEN');
  });

  test('is safe when it is that of an operation of the client, however it is formatted', () => {
    for (const text of [own.text, 'query   Own{a}', '# why\nquery Own {\n  a,\n}\n']) {
      expect(decided({ text }, 'safelist')).toBe('Own');
      expect(decided({ text }, 'ids-only')).toBe('OPERATION_FORBIDDEN');
    }
    for (const text of [others.text, 'query Own { a a }', 'query Own { b: a }', 'query Own { a', 'query Other { a }']) {
      expect(decided({ text }, 'safelist')).toBe('OPERATION_FORBIDDEN');
    }
  });

  test('with an id must be that of the id, and opens nothing', () => {
    for (const level of [...LAX, 'safelist'] as const) {
      expect(decided({ text: FOREIGN, id: own.id, isAutomatic: true }, level)).toBe('PERSISTED_QUERY_MISMATCH');
      expect(decided({ text: own.text, id: own.id }, level)).toBe('Own');
    }
    expect(decided({ text: FOREIGN, id: sha256(FOREIGN) }, 'open')).toBe('ad-hoc');
    expect(decided({ text: FOREIGN, id: sha256(FOREIGN) }, 'safelist')).toBe('OPERATION_FORBIDDEN');
    expect(decided({ text: own.text, id: own.id }, 'ids-only')).toBe('OPERATION_FORBIDDEN');
  });
});
