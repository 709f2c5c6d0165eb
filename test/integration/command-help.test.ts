import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);

/** What `npm run` knows, but for `npm test`, which is two others one after the other. */
const { test: _test, ...scripts } = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
).scripts;
const GATEWAY_COMMANDS = ['start', 'compose', 'check', 'plan', 'clients', 'operations', 'usage'];
/** As commands are typed, and as Node runs them. */
const commands = new Map([
  ...Object.entries(scripts).map(([name, line]) => [`npm ${name === 'start' ? name : `run ${name}`}`, line] as const),
  ...GATEWAY_COMMANDS.map((name) => [`npx node gateway/cli.ts ${name}`, `node gateway/cli.ts ${name}`] as const),
]);

async function helpOf(line: string): Promise<string> {
  const [program, ...args] = line.split(' ');
  expect(program).toBe('node');
  return (await run(process.execPath, [...args, '--help'])).stdout;
}

describe.each([...commands])('%s --help', (_name, line) => {
  test('tells an example of a command that there is, with flags that it tells of', async () => {
    const help = await helpOf(line);
    const examples = /^Examples?:((?: .*)|(?:\n {2}.*)+)$/m.exec(help)?.[1];
    if (examples === undefined) throw new Error(`no example:\n${help}`);
    for (const example of examples.trim().split(/\n| && /)) {
      const typed = example.replace(/^\s*(?:[A-Z_]+=\S+ )*/, '');
      const named = [...commands.keys()].filter((each) => `${typed} `.startsWith(`${each} `));
      expect(named, example).not.toEqual([]);
      const told = named.includes('npm run bench:gateways') ? await helpOf(scripts['bench:gateways'] ?? '') : help;
      for (const [flag] of typed.matchAll(/--[a-z][a-z-]*/g)) expect(told, example).toContain(flag);
    }
  });
});

test('the gateway’s help tells of every command, and of nothing else', async () => {
  const told = [...(await helpOf('node gateway/cli.ts')).matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual([...GATEWAY_COMMANDS, 'help'].sort());
});

test.each([
  ['--rounds=none', /whole number/],
  ['--turns=3', /turns/],
])('a benchmark refuses %s in a sentence', async (flag, told) => {
  const failed = await run(process.execPath, ['bench/engine.ts', flag]).catch((error) => error);
  expect(failed).toMatchObject({ code: 2, stderr: expect.stringMatching(told) });
});
