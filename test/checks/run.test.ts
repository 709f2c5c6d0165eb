import { expect, test } from 'vitest';
import { checks } from '../../checks/checks.ts';
import { PlantedTree } from '../kit/planted-tree.ts';

test('help names every check and what holds when it passes', async () => {
  using tree = new PlantedTree();
  const { status, output } = await tree.check('--help');
  for (const { name, holds } of checks) expect(output).toMatch(new RegExp(`^ {2}${name} +${holds}$`, 'm'));
  expect(status).toBe(0);
});

test('a check that does not exist is refused with the names of those that do', async () => {
  using tree = new PlantedTree();
  const { status, output } = await tree.check('lint');
  expect(output).toContain('No check is named lint. There are: types, style, imports');
  expect(status).toBe(2);
});

test('a failed check shows its output and how to mend it, and the others are still run', async () => {
  using tree = new PlantedTree();
  // Of types alone this is all that is looked at, which is quick.
  tree.edit('tsconfig.json', (config) => {
    Object.assign(config, { include: ['gateway/planted.ts'] });
  });
  tree.write('gateway/planted.ts', "import '../subgraphs/kit/server.ts';\n\nexport const planted: string = 1;\n");
  const { status, output } = await tree.check('types', 'imports');
  expect(output).toMatch(/^FAIL {2}types/m);
  expect(output).toMatch(/^FAIL {2}imports/m);
  expect(output).toContain('To mend: the rule that is named stands in checks/imports/rules.ts');
  expect(output).toContain('checks: 2 of 2 do not hold: types, imports');
  expect(status).toBe(1);
});

test('a check whose program is not installed fails and says what to do', async () => {
  using tree = new PlantedTree();
  tree.write('checks/checks.ts', tree.read('checks/checks.ts').replace("'knip'", "'planted-program'"));
  const { status, output } = await tree.check('unused');
  expect(output).toMatch(/planted-program ENOENT.*npm ci/);
  expect(status).toBe(1);
});
