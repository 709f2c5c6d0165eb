import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { EventLoopLag } from '../../../../../gateway/guard/overload/event-loop-lag.ts';
import { Overload, SHED_CLASSES } from '../../../../../gateway/guard/overload/overload.ts';

const shed = (overload: Overload) => SHED_CLASSES.filter((each) => overload.sheds(each));

describe('too much to do', () => {
  test.each([
    [99, 0, []],
    [100, 0, ['anonymous-ad-hoc']],
    [150, 0, ['anonymous-ad-hoc', 'anonymous']],
    [200, 0, ['anonymous-ad-hoc', 'anonymous', 'viewer']],
    [299, 0, ['anonymous-ad-hoc', 'anonymous', 'viewer']],
    [300, 0, ['anonymous-ad-hoc', 'anonymous', 'viewer', 'partner']],
    [0, 10, ['anonymous-ad-hoc']],
    [150, 10, ['anonymous-ad-hoc', 'anonymous']],
  ])('turns away, at a delay of %d ms and %d operations, %j', (delay, inFlight, expected) => {
    const overload = new Overload({ shedDelay: 100, shedInFlight: 10 }, () => delay);
    overload.inFlight = inFlight;
    expect(shed(overload)).toEqual(expected);
  });

  test('turns nobody away for a bound that is 0', () => {
    const overload = new Overload({ shedDelay: 0, shedInFlight: 0 }, () => 10_000);
    overload.inFlight = 10_000;
    expect(shed(overload)).toEqual([]);
  });

  test('shows in how late the process comes to what it has to do, and passes', async () => {
    const lag = new EventLoopLag();
    const until = performance.now() + 600;
    while (performance.now() < until) {
      const busy = performance.now() + 100;
      while (performance.now() < busy);
      await turn();
    }
    const most = lag.milliseconds;
    expect(most).toBeGreaterThan(5);
    while (lag.milliseconds >= most / 2) await new Promise((resolve) => setTimeout(resolve, 20));
    lag.close();
  });
});
