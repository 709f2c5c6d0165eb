import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PlantedTree } from '../kit/planted-tree.ts';

test('a generated file that was edited by hand fails the generated check', async () => {
  using tree = new PlantedTree();
  const files = globSync('{schema,subgraphs/*}/generated/*.ts', { cwd: tree.folder });
  expect(files).not.toEqual([]);
  for (const file of files) tree.append(file, '// planted\n');
  const { status, output } = await tree.check('generated');
  for (const file of files) expect(output).toContain(`${file} is stale`);
  expect(status).toBe(1);
});

test('SDL and operations that changed without their types fail the generated check', async () => {
  using tree = new PlantedTree();
  tree.append('schema/content.graphql', '\ntype Planted {\n  id: ID!\n}\n');
  tree.write('schema/operations/frontend/Planted.graphql', 'query Planted {\n  __typename\n}\n');
  const { status, output } = await tree.check('generated');
  expect(output).toContain('subgraphs/content/generated/resolvers.ts is stale');
  expect(output).toContain('schema/generated/operations.ts is stale');
  expect(output).not.toContain('subgraphs/commerce/generated/resolvers.ts is stale');
  expect(status).toBe(1);
});
