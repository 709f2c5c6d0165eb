import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PlantedTree } from '../kit/planted-tree.ts';

test('the imports check passes on the project as it is', async () => {
  using tree = new PlantedTree();
  const { status, output } = await tree.check('imports');
  expect(output).toContain('checks: all hold');
  expect(status).toBe(0);
});

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

test.each(ways)('an import from the gateway to a subgraph is seen that takes $way', async ({ code }) => {
  using tree = new PlantedTree();
  tree.write('subgraphs/planted.ts', 'export type Planted = number;\nexport const planted: Planted = 1;\n');
  tree.write('gateway/planted.ts', `${code}\n`);
  const { status, output } = await tree.check('imports');
  expect(output).toMatch(/gateway-not-to-subgraphs: gateway\/planted\.ts:\d+ → subgraphs\/planted\.ts/);
  expect(status).toBe(1);
});

test('files that import one another in a circle fail the imports check, which shows the circle', async () => {
  using tree = new PlantedTree();
  tree.write('gateway/planted-a.ts', "import { b } from './planted-b.ts';\n\nexport const a: number = b + 1;\n");
  tree.write('gateway/planted-b.ts', "import { c } from './planted-c.ts';\n\nexport const b: number = c + 1;\n");
  tree.write('gateway/planted-c.ts', "import type { a } from './planted-a.ts';\n\nexport const c: typeof a = 1;\n");
  const { status, output } = await tree.check('imports');
  expect(output).toContain(
    'circle: gateway/planted-a.ts → gateway/planted-b.ts → gateway/planted-c.ts → gateway/planted-a.ts',
  );
  expect(status).toBe(1);
});

test('an import of what is not there fails the imports check', async () => {
  using tree = new PlantedTree();
  tree.write('gateway/planted.ts', "import './nowhere.ts';\n");
  const { status, output } = await tree.check('imports');
  expect(output).toContain('gateway/planted.ts:1 imports ./nowhere.ts, which is not there');
  expect(status).toBe(1);
});

test('a computed import fails the imports check, since nobody can tell what it imports', async () => {
  using tree = new PlantedTree();
  tree.write('gateway/planted.ts', 'export const planted = (path: string) => import(path);\n');
  const { status, output } = await tree.check('imports');
  expect(output).toContain('gateway/planted.ts:1 imports a computed path');
  expect(status).toBe(1);
});

test('a development package imported by what runs in production fails the imports check', async () => {
  using tree = new PlantedTree();
  tree.write('gateway/planted.ts', "import { test } from 'vitest';\n\nexport const planted = test;\n");
  const { status, output } = await tree.check('imports');
  expect(output).toContain('package: gateway/planted.ts:1 → node_modules/vitest');
  expect(status).toBe(1);
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
