import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PlantedTree } from '../kit/planted-tree.ts';

test('the generated check passes on the project as it is', async () => {
  using tree = new PlantedTree();
  const { status, output } = await tree.check('generated');
  expect(output).toContain('checks: all hold');
  expect(status).toBe(0);
});

test('a generated file that was edited by hand fails the generated check', async () => {
  using tree = new PlantedTree();
  const files = globSync('{schema,subgraphs/*}/generated/*.ts', { cwd: tree.folder });
  expect(files).not.toEqual([]);
  for (const file of files) tree.append(file, '// planted\n');
  const { status, output } = await tree.check('generated');
  for (const file of files) expect(output).toContain(`${file} is stale`);
  expect(status).toBe(1);
});

test('SDL that changed without its resolver types fails the generated check', async () => {
  using tree = new PlantedTree();
  tree.append('schema/content.graphql', '\ntype Planted {\n  id: ID!\n}\n');
  const { status, output } = await tree.check('generated');
  expect(output).toContain('subgraphs/content/generated/resolvers.ts is stale');
  expect(status).toBe(1);
});

test('an operation that changed without its typed document fails the generated check', async () => {
  using tree = new PlantedTree();
  tree.write('schema/operations/frontend/Planted.graphql', 'query Planted {\n  __typename\n}\n');
  const { status, output } = await tree.check('generated');
  expect(output).toContain('schema/generated/operations.ts is stale');
  expect(status).toBe(1);
});
