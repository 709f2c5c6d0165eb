import { expect, test } from 'vitest';
import { PlantedTree } from '../kit/planted-tree.ts';

test('SDL that changed without the supergraph fails the supergraph check', async () => {
  using tree = new PlantedTree();
  tree.append('schema/content.graphql', '\ntype Planted {\n  id: ID!\n}\n');
  const { status, output } = await tree.check('supergraph');
  expect(output).toContain('schema/supergraph.graphql');
  expect(output).toContain('npm run compose');
  expect(status).toBe(1);
});

test('SDL that does not compose fails the supergraph check, which gives the reason', async () => {
  using tree = new PlantedTree();
  tree.append('schema/content.graphql', '\ntype Planted @key(fields: "nowhere") {\n  id: ID!\n}\n');
  const { status, output } = await tree.check('supergraph');
  expect(output).toContain('nowhere');
  expect(status).toBe(1);
});
