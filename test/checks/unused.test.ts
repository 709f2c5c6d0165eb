import { expect, test } from 'vitest';
import { PlantedTree } from '../kit/planted-tree.ts';

test('the unused check passes on the project as it is', async () => {
  using tree = new PlantedTree();
  const { status, output } = await tree.check('unused');
  expect(output).toContain('checks: all hold');
  expect(status).toBe(0);
});

test('a file that nobody imports fails the unused check', async () => {
  using tree = new PlantedTree();
  tree.write('gateway/planted.ts', 'export const planted = 1;\n');
  const { status, output } = await tree.check('unused');
  expect(output).toMatch(/Unused files[\s\S]*gateway\/planted\.ts/);
  expect(status).toBe(1);
});

test('an export that nobody imports fails the unused check', async () => {
  using tree = new PlantedTree();
  tree.append('checks/source-files.ts', '\nexport const planted = 1;\n');
  const { status, output } = await tree.check('unused');
  expect(output).toMatch(/Unused exports[\s\S]*planted\s.*checks\/source-files\.ts/);
  expect(status).toBe(1);
});

test('a type that nobody imports fails the unused check', async () => {
  using tree = new PlantedTree();
  tree.append('checks/source-files.ts', '\nexport interface Planted {\n  readonly one: 1;\n}\n');
  const { status, output } = await tree.check('unused');
  expect(output).toMatch(/Unused exported types[\s\S]*Planted\s.*checks\/source-files\.ts/);
  expect(status).toBe(1);
});

test('a dependency that nobody imports fails the unused check', async () => {
  using tree = new PlantedTree();
  tree.edit('package.json', (content) => {
    content.dependencies = { ...content.dependencies, semver: '7.8.6' };
  });
  const { status, output } = await tree.check('unused');
  expect(output).toMatch(/Unused dependencies[\s\S]*semver/);
  expect(status).toBe(1);
});

test('an import of a package that package.json does not name fails the unused check', async () => {
  using tree = new PlantedTree();
  tree.append('checks/source-files.ts', "\nimport 'semver';\n");
  const { status, output } = await tree.check('unused');
  expect(output).toMatch(/Unlisted dependencies[\s\S]*semver/);
  expect(status).toBe(1);
});

test('the unused check fails when knip sees only part of the files', async () => {
  using tree = new PlantedTree();
  tree.edit('knip.json', (config) => {
    Object.assign(config, { project: ['gateway/**/*.ts'] });
  });
  const { status, output } = await tree.check('unused');
  expect(output).toMatch(/knip saw \d+ of \d+ files/);
  expect(status).toBe(1);
});
