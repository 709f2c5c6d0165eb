import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CheckResult, PlantedTree } from '../kit/planted-tree.ts';

const ways = [
  { way: 'a value', code: "import { planted } from '../subgraphs/planted.ts';\n\nexport const other = planted;" },
  { way: 'a type', code: "import type { Planted } from '../subgraphs/planted.ts';\n\nexport type Other = Planted;" },
  {
    way: 'a type among values',
    code: "import { type Planted, planted } from '../subgraphs/planted.ts';\n\nexport const other: Planted = planted;",
  },
  { way: 'a type within another', code: "export type Other = Array<import('../subgraphs/planted.ts').Planted>;" },
  { way: 'everything, to export it again', code: "export * from '../subgraphs/planted.ts';" },
  { way: 'a type, to export it again', code: "export type { Planted } from '../subgraphs/planted.ts';" },
  { way: 'its effects', code: "import '../subgraphs/planted.ts';" },
  { way: 'it when it is called', code: "export const other = () => import('../subgraphs/planted.ts');" },
  {
    way: 'it by require',
    code: "import { createRequire } from 'node:module';\n\nconst require = createRequire(import.meta.url);\nexport const other = require('../subgraphs/planted.ts');",
  },
  {
    way: 'it within a file that uses newer syntax',
    code: "import { planted } from '../subgraphs/planted.ts';\n\nexport async function other(server: AsyncDisposable) {\n  await using _server = server;\n  return planted;\n}",
  },
];

const pathOf = (way: number) => `gateway/planted-${way}.ts`;

describe('the imports check of a project with many faults', () => {
  let checked: CheckResult;

  beforeAll(async () => {
    using tree = new PlantedTree();
    tree.write('subgraphs/planted.ts', 'export type Planted = number;\nexport const planted: Planted = 1;\n');
    ways.forEach(({ code }, index) => {
      tree.write(pathOf(index), `${code}\n`);
    });
    tree.write('gateway/planted-a.ts', "import { b } from './planted-b.ts';\n\nexport const a: number = b + 1;\n");
    tree.write('gateway/planted-b.ts', "import { c } from './planted-c.ts';\n\nexport const b: number = c + 1;\n");
    tree.write('gateway/planted-c.ts', "import type { a } from './planted-a.ts';\n\nexport const c: typeof a = 1;\n");
    tree.write('gateway/planted-nowhere.ts', "import './nowhere.ts';\n");
    tree.write('gateway/planted-computed.ts', 'export const planted = (path: string) => import(path);\n');
    tree.write('gateway/planted-package.ts', "import { test } from 'vitest';\n\nexport const planted = test;\n");
    checked = await tree.check('imports');
  });

  test('fails', () => {
    expect(checked.status).toBe(1);
  });

  test.each(ways.map((each, index) => ({ ...each, index })))(
    'sees an import from the gateway to a subgraph that takes $way',
    ({ index }) => {
      const fault = `gateway-not-to-subgraphs: ${pathOf(index)}:\\d+ → subgraphs/planted\\.ts`;
      expect(checked.output).toMatch(new RegExp(fault));
    },
  );

  test('shows the circle of files that import one another', () => {
    expect(checked.output).toContain(
      'circle: gateway/planted-a.ts → gateway/planted-b.ts → gateway/planted-c.ts → gateway/planted-a.ts',
    );
  });

  test('finds an import of what is not there', () => {
    expect(checked.output).toContain('gateway/planted-nowhere.ts:1 imports ./nowhere.ts, which is not there');
  });

  test('finds a computed import, since nobody can tell what it imports', () => {
    expect(checked.output).toContain('gateway/planted-computed.ts:1 imports a computed path');
  });

  test('finds a development package that is imported by what runs in production', () => {
    expect(checked.output).toContain('package: gateway/planted-package.ts:1 → node_modules/vitest');
  });

  test('finds nothing elsewhere', () => {
    const faults = checked.output.split('\n').filter((line) => /^ {6}[\w-]+: /.test(line));
    expect(faults.filter((line) => !line.includes(': gateway/planted-'))).toEqual([]);
    expect(faults.length).toBeGreaterThan(ways.length);
  });
});

test('the imports check fails when its parser sees nothing', async () => {
  using tree = new PlantedTree();
  const packages = join(tree.folder, 'node_modules');
  rmSync(packages);
  const blind = `export class Visitor { visit() {} }
    export const parseSync = () => ({ errors: [], program: {}, module: { staticImports: [], staticExports: [] } });`;
  tree.write('node_modules/oxc-parser/index.js', blind);
  tree.write(
    'node_modules/oxc-parser/package.json',
    '{ "name": "oxc-parser", "type": "module", "exports": "./index.js" }',
  );
  for (const name of readdirSync('node_modules')) {
    if (name !== 'oxc-parser') symlinkSync(resolve('node_modules', name), join(packages, name));
  }
  const { status, output } = await tree.check('imports');
  expect(output).toMatch(/no import was seen in \d+ files/);
  expect(status).toBe(1);
});
