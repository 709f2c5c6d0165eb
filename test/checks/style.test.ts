import { beforeAll, describe, expect, test } from 'vitest';
import { type CheckResult, PlantedTree } from '../kit/planted-tree.ts';

const faults: readonly { fault: string; folder?: string; code: string; named: string }[] = [
  {
    fault: 'an explicit any',
    code: 'export const planted = (value: any) => value;',
    named: 'lint/suspicious/noExplicitAny',
  },
  {
    fault: 'a non-null assertion',
    code: 'export const planted = (value?: number) => value!.toFixed();',
    named: 'lint/style/noNonNullAssertion',
  },
  {
    fault: 'a call of console',
    code: "console.log('planted');",
    named: 'lint/suspicious/noConsole',
  },
  {
    fault: 'a recommended rule broken',
    code: 'export const planted = (value: number) => value == 1;',
    named: 'lint/suspicious/noDoubleEquals',
  },
  {
    fault: 'a value import of a type',
    code: "import { Server } from 'node:http';\n\nexport const planted = (server: Server) => server;",
    named: 'lint/style/useImportType',
  },
  {
    fault: 'imports out of order',
    code: "import { b } from 'node:zlib';\nimport { a } from 'node:fs';\n\nexport const planted = [a, b];",
    named: 'assist/source/organizeImports',
  },
  {
    fault: 'a file that is not formatted',
    code: 'export  const planted = "planted"',
    named: 'format',
  },
  {
    fault: 'a function of more than 80 lines',
    code: `export function planted(value: number) {\n${'  value += 1;\n'.repeat(81)}  return value;\n}`,
    named: 'lint/complexity/noExcessiveLinesPerFunction',
  },
  {
    fault: 'a file of more than 300 lines',
    code: Array.from({ length: 301 }, (_, line) => `export const planted${line} = ${line};`).join('\n'),
    named: 'lint/style/noExcessiveLinesPerFile',
  },
  {
    fault: 'the environment read outside of the settings',
    code: 'export const planted = process.env.PLANTED;',
    named: 'lint/style/noProcessEnv',
  },
  {
    fault: 'the environment read by a subgraph',
    folder: 'subgraphs/content',
    code: 'export const planted = process.env.PLANTED;',
    named: 'lint/style/noProcessEnv',
  },
  {
    fault: 'the environment imported',
    code: "import { env } from 'node:process';\n\nexport const planted = env.PLANTED;",
    named: 'lint/style/noRestrictedImports',
  },
  {
    fault: 'the environment taken out of process',
    code: 'const { env } = process;\nexport const planted = env.PLANTED;',
    named: 'The environment is read in gateway/config.ts and subgraphs/kit/settings.ts alone',
  },
  {
    fault: 'a query in a resolver',
    folder: 'subgraphs/content/resolvers',
    code: "import type { Kysely } from 'kysely';\n\nexport const planted = (db: Kysely<{ note: { id: string } }>) => db.selectFrom('note').select('id').execute();",
    named: 'SQL stands in store/ and migrations/ alone',
  },
];

const pathOf = (fault: number) => `${faults[fault]?.folder ?? 'gateway'}/planted-${fault}.ts`;

/** What Biome says of each file: a finding begins with the file's path, and perhaps the place in it. */
function findingsIn(output: string): Map<string, string> {
  const [, ...findings] = output.split(/\n(?= *\S+\.\w+(?::\d+:\d+)? (?:lint|assist|format|plugin))/);
  const byPath = Map.groupBy(findings, (finding) => /[^\s:]+/.exec(finding)?.[0] ?? '');
  return new Map([...byPath].map(([path, own]) => [path, own.join('\n')]));
}

describe('the style check of a project with many faults', () => {
  let checked: CheckResult;

  beforeAll(async () => {
    using tree = new PlantedTree();
    faults.forEach(({ code }, index) => {
      tree.write(pathOf(index), `${code}\n`);
    });
    tree.write(
      'subgraphs/content/store/planted.ts',
      "import type { Kysely } from 'kysely';\n\nexport const planted = (db: Kysely<{ note: { id: string } }>) => db.selectFrom('note').select('id').execute();\n",
    );
    checked = await tree.check('style');
  });

  test('fails', () => {
    expect(checked.status).toBe(1);
  });

  test.each(faults.map((each, index) => ({ ...each, index })))('finds $fault', ({ index, named }) => {
    expect(findingsIn(checked.output).get(pathOf(index))).toContain(named);
  });

  test('finds nothing elsewhere, nor in a query of the store', () => {
    expect([...findingsIn(checked.output).keys()].sort()).toEqual(faults.map((_, index) => pathOf(index)).sort());
  });
});

test('the style check fails when Biome is pointed at no file, or only at some', async () => {
  using tree = new PlantedTree();
  tree.edit('biome.json', (config) => {
    Object.assign(config, { files: { includes: ['gateway/config.ts'] } });
  });
  const { status, output } = await tree.check('style');
  expect(output).toMatch(/Biome saw \d+ of \d+ files/);
  expect(status).toBe(1);
});
