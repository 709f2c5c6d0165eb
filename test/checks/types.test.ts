import { beforeAll, describe, expect, test } from 'vitest';
import { type CheckResult, PlantedTree } from '../kit/planted-tree.ts';

describe('the types check of a project with faults, pointed at a part of its files', () => {
  let checked: CheckResult;

  beforeAll(async () => {
    using tree = new PlantedTree();
    tree.write('gateway/planted.ts', 'export const planted: string = 1;\n');
    tree.write('gateway/planted-enum.ts', 'export enum Planted {\n  One,\n}\n');
    tree.edit('tsconfig.json', (config) => {
      Object.assign(config, { include: ['checks/**/*.ts', 'gateway/planted*.ts'] });
    });
    checked = await tree.check('types');
  });

  test('fails', () => {
    expect(checked.status).toBe(1);
  });

  test('names file and line of a type error', () => {
    expect(checked.output).toContain(
      "gateway/planted.ts(1,14): error TS2322: Type 'number' is not assignable to type 'string'",
    );
  });

  test('finds syntax that Node cannot strip, and no other error', () => {
    expect(checked.output).toMatch(/gateway\/planted-enum\.ts\(1,13\): error TS1294/);
    expect(checked.output.match(/: error TS/g)).toHaveLength(2);
  });

  test('names the files that were not seen', () => {
    expect(checked.output).toContain('start.ts was not seen');
    expect(checked.output).not.toContain('checks/types.ts was not seen');
  });
});

test('the types check fails when it is pointed at no file', async () => {
  using tree = new PlantedTree();
  tree.edit('tsconfig.json', (config) => {
    Object.assign(config, { include: ['nowhere/**/*.ts'] });
  });
  const { status, output } = await tree.check('types');
  expect(output).toContain('TS18003');
  expect(status).toBe(1);
});
