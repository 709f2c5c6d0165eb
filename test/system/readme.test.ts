import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type TestSystem } from '../kit/test-system.ts';

const readme = readFileSync('README.md', 'utf8');
const requests = [...readme.matchAll(/```sh\n([^`]*?curl [^`]*?)```(?:\n+```json\n([^`]*?)```)?/g)].map(
  ([, command = '', answer]) => ({ command, answer }),
);

/** The keys of an answer with the types of what stands there: what a reader compares, where figures move all the time. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]));
}

describe('README', () => {
  let system: TestSystem;

  beforeAll(async () => {
    system = await startSystem();
  });

  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
  });

  it('has commands that run as printed, one after another, and answer what it shows', () => {
    expect(requests.length).toBeGreaterThanOrEqual(3);
    const commands = [...requests, ...requests.slice(0, 1)].map(({ command }) => command);
    const script = commands.map((command) => `${command}\nprintf '\\n===\\n'`).join('\n');
    const moved = script.replaceAll('http://127.0.0.1:4000', system.urls.gateway);
    const printed = execFileSync('bash', ['-euo', 'pipefail', '-c', moved], { encoding: 'utf8' }).split('\n===\n');
    for (const [index, { answer }] of requests.entries()) {
      if (answer === undefined) continue;
      const got = JSON.parse(printed[index] ?? '') as { errors?: unknown };
      expect(got.errors).toBeUndefined();
      expect(shapeOf(got)).toEqual(shapeOf(JSON.parse(answer)));
    }
    expect(printed.join()).toContain('click_');
    expect(printed.join()).toContain('"accepted":1');
    const ordersIn = (answer = '') => JSON.parse(answer).data.note.conversion.orders as number;
    expect(ordersIn(printed[requests.length])).toBe(ordersIn(printed[0]) + 1);
  });
});
