import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOperations } from '../../../../gateway/operations/folder.ts';

describe('readOperations', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'redcat-operations-'));
    await mkdir(join(folder, 'b'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  test('reads files of the folder and below, in the order of their paths, with their folders as owners and the variables beside them as examples', async () => {
    await writeFile(join(folder, 'b/Two.graphql'), '# 二\nquery Two($a: Int) { a }');
    await writeFile(join(folder, 'b/Two.variables.json'), '{"a":1}');
    await writeFile(join(folder, 'One.graphql'), 'mutation One { a }');
    await writeFile(join(folder, 'notes.txt'), 'no operation');
    const read = await readOperations(folder, { mayBeMissing: false });
    expect(
      read.map(({ name, owner, description, text, example }) => [name, owner, description, text, example]),
    ).toEqual([
      ['One', 'unknown', undefined, 'mutation One {\n  a\n}', undefined],
      ['Two', 'b', '二', 'query Two($a: Int) {\n  a\n}', '{"a":1}'],
    ]);
  });

  test('finds none in a folder that is missing and may be, and refuses one that somebody named', async () => {
    const nowhere = join(folder, 'nowhere');
    expect(await readOperations(nowhere, { mayBeMissing: true })).toEqual([]);
    await expect(readOperations(nowhere, { mayBeMissing: false })).rejects.toThrow(/nowhere does not exist/);
  });

  test('refuses two files with one name', async () => {
    for (const file of ['A', 'B']) await writeFile(join(folder, `${file}.graphql`), 'query Same { a }');
    await expect(readOperations(folder, { mayBeMissing: false })).rejects.toThrow(/B\.graphql.*another Same/);
  });

  test.each(['{ a }', 'query A { a } query B { a }', 'fragment F on T { a }', 'query A {'])(
    'refuses %j, naming the file',
    async (text) => {
      await writeFile(join(folder, 'Bad.graphql'), text);
      await expect(readOperations(folder, { mayBeMissing: false })).rejects.toThrow(/Bad\.graphql can’t be used/);
    },
  );
});
