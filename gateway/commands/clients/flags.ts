import type { ParseArgsOptionsConfig } from 'node:util';
import { LEVELS, type Level } from '../../clients/level.ts';
import { Mendable } from '../../errors/mendable.ts';

export const clientFlags = {
  keys: { type: 'string' },
  operations: { type: 'string' },
  level: { type: 'string' },
  scopes: { type: 'string' },
  rows: { type: 'string' },
  quota: { type: 'string' },
  requests: { type: 'string' },
  burst: { type: 'string' },
  signed: { type: 'boolean' },
  overlap: { type: 'string' },
  key: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** The flags of `clients`, as they were given. */
export type ClientFlags = {
  readonly [Name in keyof typeof clientFlags]?: (typeof clientFlags)[Name]['type'] extends 'boolean' ? boolean : string;
};

/** Words separated by commas. @throws {Mendable} */
export function listOf(text: string | undefined, flag: string): string[] {
  if (text === undefined) return [];
  const words = text.split(',').map((word) => word.trim());
  if (words.some((word) => !/^[^\s,=]{1,200}$/.test(word))) throw new Mendable(`--${flag} must read like one,two`);
  return [...new Set(words)];
}

/** @throws {Mendable} */
export function levelOf(text: string = 'ids-only'): Level {
  const level = LEVELS.find((known) => known === text);
  if (!level) throw new Mendable(`--level must be one of ${LEVELS.join(', ')}`);
  return level;
}

/** Ids by policy: `own_shop=shop_1+shop_2,own_author=author_9`. @throws {Mendable} */
export function rowsOf(text: string | undefined): Record<string, string[]> {
  const entries = (text?.split(',') ?? []).map((entry) => {
    const [, policy = '', ids = ''] = /^\s*([A-Za-z]\w{0,99})=([^\s=]+)\s*$/.exec(entry) ?? [];
    return [policy, ids.split('+')] as const;
  });
  const policies = entries.map(([policy]) => policy);
  const isWrong = entries.some(([policy, ids]) => policy === '' || ids.includes(''));
  if (isWrong || new Set(policies).size < policies.length) {
    throw new Mendable('--rows must read like own_shop=shop_1+shop_2,own_author=author_9');
  }
  return Object.fromEntries(entries);
}

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a time such as 0, 90s, 30m, 24h or 7d. @throws {Mendable} */
export function overlapOf(text = '24h'): number {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? /^(0)$/.exec(text) ?? [];
  if (count === undefined) throw new Mendable('--overlap must read like 0, 90s, 30m, 24h or 7d');
  return Number(count) * (UNITS[unit] ?? 0);
}

/** A whole number that is not 0. @param of what it is the number @throws {Mendable} */
export function numberOf(text: string | undefined, flag: string, of: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,11}$/.test(text)) throw new Mendable(`--${flag} must be a whole number: ${of}`);
  return Number(text);
}
