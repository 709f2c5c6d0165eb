import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { talliedCounter } from '../../../../gateway/telemetry/tallied-counter.ts';

test('a tallied counter tells all that was counted whenever it is read, by labels, and nothing of what was not', async () => {
  const registry = new Registry();
  const counter = talliedCounter({
    name: 'asked_total',
    help: 'Questions',
    labelNames: ['who', 'how'],
    registers: [registry],
  });
  const read = async () => (await registry.metrics()).split('\n').filter((line) => line.startsWith('asked_total'));
  const [ann, bob] = [counter.labels('ann', 'ok'), counter.labels('bob', 'failed')];
  counter.labels('eve', 'ok');
  expect(await read()).toEqual([]);
  ann.inc();
  ann.inc();
  bob.inc();
  const told = ['asked_total{who="ann",how="ok"} 2', 'asked_total{who="bob",how="failed"} 1'];
  expect(await read()).toEqual(told);
  expect(await read()).toEqual(told);
  ann.inc();
  expect(await read()).toEqual(['asked_total{who="ann",how="ok"} 3', told[1]]);
});
