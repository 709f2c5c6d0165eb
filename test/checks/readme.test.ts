import { expect, test } from 'vitest';
import { PlantedTree } from '../kit/planted-tree.ts';

test('an error whose meaning changed without its table fails the readme check', async () => {
  using tree = new PlantedTree();
  const errors = tree.read('subgraphs/kit/errors.ts');
  tree.write('subgraphs/kit/errors.ts', errors.replace('CURSOR_INVALID:', 'CURSOR_PLANTED:'));
  const { status, output } = await tree.check('readme');
  expect(output).toContain('docs/errors.md is stale');
  expect(output).toContain('npm run readme');
  expect(status).toBe(1);
});
