import { expect, test } from 'vitest';
import { PUBLISHED, QuotasError, readQuotas } from '../../../../subgraphs/world/quotas.ts';
import { makeWorld } from '../../../../subgraphs/world/world.ts';

const now = new Date('2026-01-15T12:00:00.000Z');

test('what a quotas file leaves out is as published', () => {
  const quotas = readQuotas({ y1: { sports: { visits: 500 } } });
  expect(quotas.y1.sports).toEqual({ reads: 6_000, visits: 500 });
  expect(quotas.y0).toEqual(PUBLISHED.y0);
});

test.each([
  [{ y2: {} }, /y2/],
  [{ y1: { sport: {} } }, /sport/],
  [{ y1: { buyers: -1 } }, /y1\.buyers/],
  [{ y1: { buyers: 'many' } }, /y1\.buyers/],
  [{ dirt: { invalidClicks: 1.5 } }, /dirt\.invalidClicks/],
  [[], /Invalid input/],
  ['M', /Invalid input/],
])('%j is refused by name', (given, fault) => {
  expect(() => readQuotas(given)).toThrow(QuotasError);
  expect(() => readQuotas(given)).toThrow(fault);
});

test.each([
  [{ y1: { impressions: 10 } }, /y1\.impressions/],
  [{ y1: { linkRequests: 7_000 } }, /y1\.linkRequests/],
  [{ y1: { jointMerchantsPerDay: 119 } }, /jointMerchantsPerDay/],
  [{ search: { searchers: 20_000 } }, /search\.searchers/],
  [{ search: { newUsersFirstDay: 1_001 } }, /search\.newUsersFirstDay/],
  [{ search: { monthlyUsers: 100_000 } }, /readers/],
  [{ survey: { searchFirst: 3_000 } }, /survey\.searchFirst/],
])('%j contradicts itself and is refused by name', (quotas, fault) => {
  expect(() => makeWorld({ scale: 'M', seed: 1, now, quotas })).toThrow(fault);
});

test('a world whose moving data would run into the traps is refused', () => {
  expect(() => makeWorld({ scale: 'S', seed: 1, now: new Date('2025-06-01T00:00:00.000Z') })).toThrow(/now/);
  expect(() => makeWorld({ scale: 'S', seed: 1, now: new Date(Number.NaN) })).toThrow(/now/);
});
