import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from '../kit/test-system.ts';

/** The README first, whose first answer its last commands have moved, then the pages that it leads to. */
const PAGES = [
  'README.md',
  ...['live', 'plain-http', 'reports', 'joint-accounts', 'campaigns', 'commissions', 'operations', 'limits'].map(
    (name) => `docs/${name}.md`,
  ),
];
const BLOCK = /^```sh\n([^`]*?curl [^`]*?)^```(?:\n+```json\n([^`]*?)^```)?/gm;

interface Request {
  readonly page: string;
  readonly command: string;
  readonly answer: string | undefined;
}

function requestsOf(page: string): Request[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(BLOCK)].map(([, command = '', answer]) => ({ page, command, answer }));
}

/** The keys of an answer with the types of what stands there: what a reader compares, where figures move all the time. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]));
}

describe('README and the pages that it leads to', () => {
  let system: TestSystem;

  beforeAll(async () => {
    system = await startSystem();
  });

  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
  });

  it('have commands that run as printed, one after another, and answer what is shown', () => {
    const shown = PAGES.map(requestsOf);
    for (const [index, requests] of shown.entries()) expect(requests, PAGES[index]).not.toEqual([]);
    const requests = shown.flat();
    const commands = [...requests, ...requests.slice(0, 1)].map(({ command }) => command);
    const script = commands.map((command) => `${command}\nprintf '\\n===\\n'`).join('\n');
    const moved = script.replaceAll('http://127.0.0.1:4000', system.urls.gateway);
    const printed = execFileSync('bash', ['-euo', 'pipefail', '-c', moved], { encoding: 'utf8' }).split('\n===\n');
    for (const [index, { page, command, answer }] of requests.entries()) {
      const said = printed[index] ?? '';
      if (!command.includes('?note=1')) expect(said, `${page}: ${command}`).not.toContain('"errors":[');
      if (answer !== undefined) expect(shapeOf(JSON.parse(said))).toEqual(shapeOf(JSON.parse(answer)));
    }
    expect(printed.join()).toContain('click_');
    expect(printed.join()).toContain('"accepted":1');
    const ordersIn = (answer = '') => JSON.parse(answer).data.note.conversion.orders as number;
    expect(ordersIn(printed[requests.length])).toBe(ordersIn(printed[0]) + 1);
  });
});
