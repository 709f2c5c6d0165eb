import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../../subgraphs/kit/database.ts';
import { quoteLexeme, searchVector } from '../../../../../subgraphs/kit/text/search-vector.ts';
import { describeOnDatabases } from '../../../../kit/databases.ts';

test('a vector holds each term with the places and the weight of its fields', () => {
  const vector = searchVector([
    ['A', ['冲锋', '冲锋衣']],
    ['B', ['冲锋']],
  ]);
  expect(vector).toBe("'冲锋':1A,3B '冲锋衣':2A");
});

test('a term repeated without end takes eight places', () => {
  expect(searchVector([['A', Array.from({ length: 1000 }, () => '好')]])).toBe(
    `'好':${[1, 2, 3, 4, 5, 6, 7, 8].map((place) => `${place}A`).join(',')}`,
  );
});

describeOnDatabases('a vector of ours', (fresh) => {
  test('is read by the database as it stands, and any term of it is found', async () => {
    const database = await openDatabase(await fresh());
    const term = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/[\0\ud800-\udfff]/.test(text));
    try {
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(term, { minLength: 1, maxLength: 8 }), async (terms) => {
          const { rows } = await sql<{ found: boolean; lexemes: string[] }>`
            select ${searchVector([['A', terms]])}::tsvector @@ ${terms.map(quoteLexeme).join(' & ')}::tsquery as found,
              tsvector_to_array(${searchVector([['A', terms]])}::tsvector) as lexemes`.execute(database.db);
          expect(rows[0]?.found).toBe(true);
          expect(new Set(rows[0]?.lexemes)).toEqual(new Set(terms));
        }),
      );
    } finally {
      await database.close();
    }
  });
});
