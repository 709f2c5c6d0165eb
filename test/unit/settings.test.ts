import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isLoopback, readSettings, SettingsError, settingsTable, wholeNumber } from '../../settings/settings.ts';

const settings = {
  port: { env: 'CAT_PORT', meaning: 'Port to listen on.', schema: wholeNumber(0, 65_535), default: '4001' },
  host: {
    env: 'CAT_HOST',
    meaning: 'Address to listen on.',
    schema: z.string().refine(isLoopback, 'must be a loopback address'),
    default: '127.0.0.1',
  },
  url: {
    env: 'CAT_URL',
    meaning: 'Where the rows are.',
    schema: z.string().regex(/^postgres:/, 'must begin with postgres:'),
  },
};

function problems(env: Record<string, string>): readonly string[] {
  try {
    readSettings(settings, 'CAT_', env);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  test('have their defaults where the environment says nothing, or says it with nothing', () => {
    expect(readSettings(settings, 'CAT_', { CAT_PORT: '', HOME: '/root' })).toEqual({ port: 4001, host: '127.0.0.1' });
  });

  test('are read from the environment in their types', () => {
    expect(readSettings(settings, 'CAT_', { CAT_PORT: '0', CAT_HOST: '::1', CAT_URL: 'postgres://x' })).toEqual({
      port: 0,
      host: '::1',
      url: 'postgres://x',
    });
  });

  test('that are unknown are refused with the nearest name', () => {
    expect(problems({ CAT_PROT: '1' })).toEqual(['CAT_PROT is unknown; did you mean CAT_PORT?']);
    expect(problems({ CAT_HOSTNAME: 'x' })).toEqual(['CAT_HOSTNAME is unknown; did you mean CAT_HOST?']);
    expect(problems({ CAT_: 'x' })[0]).toMatch(/^CAT_ is unknown; did you mean CAT_(URL|HOST|PORT)\?$/);
    expect(problems({ DOG_PROT: '1' })).toEqual([]);
  });

  test('that are wrong are all told at once, each with what would be right', () => {
    expect(problems({ CAT_PORT: '65536', CAT_URL: 'mysql://x', CAT_HOTS: 'x' })).toEqual([
      'CAT_HOTS is unknown; did you mean CAT_HOST?',
      'CAT_PORT=65536: must be a whole number from 0 to 65535, such as 4001',
      'CAT_URL=mysql://x: must begin with postgres:',
    ]);
    for (const port of ['-1', '1.5', '1e3', 'x', ' 1', '9'.repeat(30)])
      expect(problems({ CAT_PORT: port })).toHaveLength(1);
  });

  test('that are secret are not told where they are wrong', () => {
    const key = {
      env: 'CAT_KEY',
      meaning: 'A key.',
      schema: z.string().min(9, 'is too short'),
      isSecret: true,
    } as const;
    expect(() => readSettings({ key }, 'CAT_', { CAT_KEY: 'hush' })).toThrow(/CAT_KEY: is too short$/);
  });

  test('refuse every address but loopback', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) expect(problems({ CAT_HOST: host })).toEqual([]);
    for (const host of ['0.0.0.0', '::', '192.168.1.1', 'example.com', '127.0.0.1.example.com', '1270.0.0.1']) {
      expect(problems({ CAT_HOST: host })).toHaveLength(1);
    }
  });

  test('are told in a table of their names, defaults and meanings', () => {
    expect(settingsTable(settings)).toBe(
      [
        '| variable | default | meaning |',
        '|---|---|---|',
        '| `CAT_PORT` | `4001` | Port to listen on. |',
        '| `CAT_HOST` | `127.0.0.1` | Address to listen on. |',
        '| `CAT_URL` |  | Where the rows are. |',
      ].join('\n'),
    );
  });
});
