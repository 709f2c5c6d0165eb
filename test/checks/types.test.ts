import { expect, test } from 'vitest';
import { PlantedTree } from '../kit/planted-tree.ts';

test('the types check passes on the project as it is', async () => {
  using tree = new PlantedTree();
  const { status, output } = await tree.check('types');
  expect(output).toContain('checks: all hold');
  expect(status).toBe(0);
});

test('a type error fails the types check, which names file and line', async () => {
  using tree = new PlantedTree();
  tree.write('gateway/planted.ts', 'export const planted: string = 1;\n');
  const { status, output } = await tree.check('types');
  expect(output).toContain("gateway/planted.ts(1,14): error TS2322: Type 'number' is not assignable to type 'string'");
  expect(status).toBe(1);
});

test('syntax that Node cannot strip fails the types check', async () => {
  using tree = new PlantedTree();
  tree.write('gateway/planted.ts', 'export enum Planted {\n  One,\n}\n');
  const { status, output } = await tree.check('types');
  expect(output).toMatch(/gateway\/planted\.ts\(1,13\): error TS1294/);
  expect(status).toBe(1);
});

test('the types check fails when it is pointed at a part of the files, or at none', async () => {
  using tree = new PlantedTree();
  tree.edit('tsconfig.json', (config) => {
    Object.assign(config, { include: ['checks/**/*.ts'] });
  });
  const part = await tree.check('types');
  expect(part.output).toContain('start.ts was not seen');
  expect(part.status).toBe(1);
  tree.edit('tsconfig.json', (config) => {
    Object.assign(config, { include: ['nowhere/**/*.ts'] });
  });
  const none = await tree.check('types');
  expect(none.output).toContain('TS18003');
  expect(none.status).toBe(1);
});
