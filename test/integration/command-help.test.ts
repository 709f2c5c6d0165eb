import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

test.each(['engine', 'stall', 'reload', 'gateways', 'recording'])(
  'npm run bench:%s tells what it measures',
  async (name) => {
    const { stdout } = await run('npm', ['run', '--silent', `bench:${name}`, '--', '--help']);
    expect(stdout).toContain(`npm run bench:${name}`);
  },
);

test.each([
  ['--rounds=none', /whole number/],
  ['--turns=3', /turns/],
])('a benchmark refuses %s in a sentence', async (flag, told) => {
  const failed = await run(process.execPath, ['bench/engine.ts', flag]).catch((error) => error);
  expect(failed).toMatchObject({ code: 2, stderr: expect.stringMatching(told) });
});
