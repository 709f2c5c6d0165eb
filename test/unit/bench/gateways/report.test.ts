import { expect, test } from 'vitest';
import { contenders, STOCK } from '../../../../bench/gateways/contenders.ts';
import type { Window } from '../../../../bench/gateways/measure.ts';
import { rowsOf } from '../../../../bench/gateways/report.ts';

const redcat = contenders.find(({ id }) => id === 'redcat') ?? STOCK;
const hive = contenders.find(({ id }) => id === 'hive') ?? STOCK;

const windows = (...cpu: number[]): Window[] =>
  cpu.map((cpuMsPerRequest, index) => ({
    cpuMsPerRequest,
    requestsPerSecond: 100 + index,
    p99Ms: 5,
    subgraphRequestsPerRequest: 2,
  }));

const outcome = (contender: typeof STOCK, ...cpu: number[]) => ({
  contender,
  windows: windows(...cpu),
  peakRssMb: 100.4,
  answerEqual: true,
});

test('a row is the medians of its rounds', () => {
  const { rows } = rowsOf('deep', 'unshared', [outcome(STOCK, 9, 10, 14)]);
  expect(rows).toEqual([
    {
      gateway: STOCK.name,
      workload: 'deep',
      mode: 'unshared',
      cpuMsPerRequest: 10,
      requestsPerSecond: 101,
      p99Ms: 5,
      peakRssMb: 100,
      subgraphRequestsPerRequest: 2,
      answerEqual: true,
    },
  ]);
});

test('ratios are of the same round, so that what slows a whole round changes none', () => {
  const { ratios } = rowsOf('deep', 'unshared', [outcome(STOCK, 10, 20, 10), outcome(redcat, 1, 2, 2)]);
  expect(ratios).toEqual([
    { gateway: redcat.name, to: STOCK.name, workload: 'deep', mode: 'unshared', median: 10, low: 5, high: 10 },
  ]);
});

test('peers are compared with the stock gateway, RedCat with all of them', () => {
  const { ratios } = rowsOf('deep', 'alike', [outcome(STOCK, 10), outcome(hive, 20), outcome(redcat, 1)]);
  expect(ratios.map(({ gateway, to, median }) => [gateway, to, median])).toEqual([
    [hive.name, STOCK.name, 0.5],
    [redcat.name, STOCK.name, 10],
    [redcat.name, hive.name, 20],
  ]);
});

test('a gateway that could not be measured has no row', () => {
  const { rows } = rowsOf('NotePage', 'alike', [
    outcome(STOCK, 1),
    { contender: hive, unfit: 'it knows Federation 1 only' },
  ]);
  expect(rows.map(({ gateway }) => gateway)).toEqual([STOCK.name]);
});
