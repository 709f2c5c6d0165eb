import { expect, test } from 'vitest';
import { openDatabase } from '../../../../../subgraphs/kit/database.ts';
import { createDecidedCells, decideOnce, readDecided } from '../../../../../subgraphs/kit/people/decided-cells.ts';
import { describeOnDatabases } from '../../../../kit/databases.ts';

describeOnDatabases('decided cells', (fresh) => {
  test('keep what was decided first, also of two who decide at once', async () => {
    const { db, close } = await openDatabase<unknown>(await fresh());
    try {
      await createDecidedCells(db);
      expect(await decideOnce(db, [{ key: 'a', value: { people: 50 } }])).toEqual(new Map([['a', { people: 50 }]]));
      const again = [
        { key: 'a', value: { people: 60 } },
        { key: 'b', value: { people: 70 } },
      ];
      expect(await decideOnce(db, again)).toEqual(
        new Map([
          ['a', { people: 50 }],
          ['b', { people: 70 }],
        ]),
      );
      const both = await Promise.all([1, 2].map((people) => decideOnce(db, [{ key: 'c', value: { people } }])));
      expect(both[0]).toEqual(both[1]);
      expect(await readDecided(db, ['a', 'missing'])).toEqual(new Map([['a', { people: 50 }]]));
    } finally {
      await close();
    }
  });
});
