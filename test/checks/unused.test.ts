import { beforeAll, describe, expect, test } from 'vitest';
import { type CheckResult, PlantedTree } from '../kit/planted-tree.ts';

describe('the unused check of a project with many faults', () => {
  let checked: CheckResult;

  beforeAll(async () => {
    using tree = new PlantedTree();
    tree.write('gateway/planted.ts', 'export const planted = 1;\n');
    tree.append(
      'checks/source-files.ts',
      "\nimport 'semver';\nexport const planted = 1;\nexport interface Planted {\n  readonly one: 1;\n}\n",
    );
    tree.edit('package.json', (content) => {
      content.dependencies = { ...content.dependencies, 'left-pad': '1.3.0' };
    });
    checked = await tree.check('unused');
  });

  test('fails', () => {
    expect(checked.status).toBe(1);
  });

  test.each([
    ['a file that nobody imports', /Unused files \(1\)\s+gateway\/planted\.ts/],
    ['an export that nobody imports', /Unused exports \(1\)\s+planted\s.*checks\/source-files\.ts/],
    ['a type that nobody imports', /Unused exported types \(1\)\s+Planted\s.*checks\/source-files\.ts/],
    ['a dependency that nobody imports', /Unused dependencies \(1\)\s+left-pad/],
    ['an import of a package that package.json does not name', /Unlisted dependencies \(1\)\s+semver/],
  ])('finds %s, and nothing else of this kind', (_, named) => {
    expect(checked.output).toMatch(named);
  });
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
