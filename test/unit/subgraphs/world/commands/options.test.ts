import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCommandLine, UsageError } from '../../../../../subgraphs/world/commands/options.ts';
import { QuotasError } from '../../../../../subgraphs/world/quotas.ts';

const folder = mkdtempSync(join(tmpdir(), 'redcat-options-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'quotas.json');
  writeFileSync(path, text);
  return path;
}

test('the default is the world M of seed 1 until now', () => {
  const { command, world, ifEmpty, replace } = readCommandLine(['load']);
  expect({ command, ifEmpty, replace }).toEqual({ command: 'load', ifEmpty: false, replace: false });
  expect(world).toMatchObject({ scale: 'M', seed: 1, quotas: undefined });
  expect(Math.abs(world.now.getTime() - Date.now())).toBeLessThan(60_000);
});

test('options are read', () => {
  const quotas = file('{"screenshots": 5}');
  const { world } = readCommandLine([
    'load',
    '--scale',
    'L',
    '--seed',
    '4294967295',
    '--now',
    '2026-01-15T20:00:00+08:00',
    '--quotas',
    quotas,
  ]);
  expect(world).toEqual({
    scale: 'L',
    seed: 4_294_967_295,
    now: new Date('2026-01-15T12:00:00.000Z'),
    quotas: { screenshots: 5 },
  });
});

test.each([
  [['load', '--scale', 'XL'], /--scale XL/],
  [['load', '--scale', 'toString'], /--scale toString/],
  [['load', '--seed', '-1'], /seed/],
  [['load', '--seed', '4294967296'], /2\^32/],
  [['load', '--now', 'tomorrow'], /--now tomorrow/],
  [['load', '--quotas', '/nowhere/quotas.json'], /can't be read/],
  [['load', '--sclae', 'S'], /sclae/],
])('%j is refused, with what is wrong', (args, fault) => {
  expect(() => readCommandLine(args)).toThrow(UsageError);
  expect(() => readCommandLine(args)).toThrow(fault);
});

test('a quotas file that is no JSON is refused', () => {
  expect(() => readCommandLine(['load', '--quotas', file('{')])).toThrow(QuotasError);
});
