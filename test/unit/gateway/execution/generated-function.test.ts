import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openShop } from './shop.ts';

const QUERY = '{ products { name upc price shipping } product(upc: "p1") { reviews { text author { name } } } }';
const SCRIPT = `
  import { openShop } from './test/unit/gateway/execution/shop.ts';
  process.stdout.write(JSON.stringify(await openShop().run(process.argv[1])));`;

test('where the process may not make code from text, answers are the same', async () => {
  const forbid = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', SCRIPT];
  const { stdout } = await promisify(execFile)(process.execPath, [...forbid, QUERY]);
  expect(JSON.parse(stdout)).toEqual(await openShop().run(QUERY));
});
