import { expect, test } from 'vitest';
import { PlantedTree } from '../kit/planted-tree.ts';

test('the style check passes on the project as it is', async () => {
  using tree = new PlantedTree();
  const { status, output } = await tree.check('style');
  expect(output).toContain('checks: all hold');
  expect(status).toBe(0);
});

const faults = [
  {
    fault: 'an explicit any',
    path: 'gateway/planted.ts',
    code: 'export const planted = (value: any) => value;',
    named: 'lint/suspicious/noExplicitAny',
  },
  {
    fault: 'a non-null assertion',
    path: 'gateway/planted.ts',
    code: 'export const planted = (value?: number) => value!.toFixed();',
    named: 'lint/style/noNonNullAssertion',
  },
  {
    fault: 'a call of console',
    path: 'gateway/planted.ts',
    code: "console.log('planted');",
    named: 'lint/suspicious/noConsole',
  },
  {
    fault: 'a recommended rule broken',
    path: 'gateway/planted.ts',
    code: 'export const planted = (value: number) => value == 1;',
    named: 'lint/suspicious/noDoubleEquals',
  },
  {
    fault: 'a value import of a type',
    path: 'gateway/planted.ts',
    code: "import { Server } from 'node:http';\n\nexport const planted = (server: Server) => server;",
    named: 'lint/style/useImportType',
  },
  {
    fault: 'imports out of order',
    path: 'gateway/planted.ts',
    code: "import { b } from 'node:zlib';\nimport { a } from 'node:fs';\n\nexport const planted = [a, b];",
    named: 'assist/source/organizeImports',
  },
  {
    fault: 'a file that is not formatted',
    path: 'gateway/planted.ts',
    code: 'export  const planted = "planted"',
    named: 'format',
  },
  {
    fault: 'a function of more than 80 lines',
    path: 'gateway/planted.ts',
    code: `export function planted(value: number) {\n${'  value += 1;\n'.repeat(81)}  return value;\n}`,
    named: 'lint/complexity/noExcessiveLinesPerFunction',
  },
  {
    fault: 'a file of more than 300 lines',
    path: 'gateway/planted.ts',
    code: Array.from({ length: 301 }, (_, line) => `export const planted${line} = ${line};`).join('\n'),
    named: 'lint/style/noExcessiveLinesPerFile',
  },
  {
    fault: 'the environment read outside of the settings',
    path: 'gateway/planted.ts',
    code: 'export const planted = process.env.PLANTED;',
    named: 'lint/style/noProcessEnv',
  },
  {
    fault: 'the environment read by a subgraph',
    path: 'subgraphs/content/planted.ts',
    code: 'export const planted = process.env.PLANTED;',
    named: 'lint/style/noProcessEnv',
  },
  {
    fault: 'the environment imported',
    path: 'gateway/planted.ts',
    code: "import { env } from 'node:process';\n\nexport const planted = env.PLANTED;",
    named: 'lint/style/noRestrictedImports',
  },
  {
    fault: 'the environment taken out of process',
    path: 'gateway/planted.ts',
    code: 'const { env } = process;\nexport const planted = env.PLANTED;',
    named: 'The environment is read in gateway/config.ts and subgraphs/kit/settings.ts alone',
  },
  {
    fault: 'a query in a resolver',
    path: 'subgraphs/content/resolvers/planted.ts',
    code: "import type { Kysely } from 'kysely';\n\nexport const planted = (db: Kysely<{ note: { id: string } }>) => db.selectFrom('note').select('id').execute();",
    named: 'SQL stands in store/ and migrations/ alone',
  },
];

test.each(faults)('$fault fails the style check', async ({ path, code, named }) => {
  using tree = new PlantedTree();
  tree.write(path, `${code}\n`);
  const { status, output } = await tree.check('style');
  expect(output).toContain(path);
  expect(output).toContain(named);
  expect(status).toBe(1);
});

test('a query in the store passes the style check', async () => {
  using tree = new PlantedTree();
  tree.write(
    'subgraphs/content/store/planted.ts',
    "import type { Kysely } from 'kysely';\n\nexport const planted = (db: Kysely<{ note: { id: string } }>) => db.selectFrom('note').select('id').execute();\n",
  );
  const { output } = await tree.check('style');
  expect(output).not.toContain('planted.ts');
});

test('the style check fails when Biome is pointed at no file, or only at some', async () => {
  using tree = new PlantedTree();
  tree.edit('biome.json', (config) => {
    Object.assign(config, { files: { includes: ['gateway/**'] } });
  });
  const { status, output } = await tree.check('style');
  expect(output).toMatch(/Biome saw \d+ of \d+ files/);
  expect(status).toBe(1);
});
