import { DAY, HOUR, MINUTE, PERIODS, startOf } from '../calendar.ts';
import { steps, type Trap, type TrapKit } from './trap.ts';

const WINDOWS: readonly [string, number][] = [
  ['24h', DAY],
  ['7d', 7 * DAY],
  ['15d', 15 * DAY],
  ['30d', 30 * DAY],
];
const FIRST = startOf('2025-06-02') + 10 * HOUR;

/** Visit, cart and order exactly at the end of each window, a millisecond before and one after. */
export function windowEdges(kit: TrapKit): Trap {
  const events = WINDOWS.flatMap(([name, window], row) =>
    [-1, 0, 1].flatMap((off, column) => {
      const clickAt = FIRST + (row * 3 + column) * MINUTE;
      const at = clickAt + window + off;
      const key = `te${name}${['before', 'at', 'after'][column]}`;
      const trail = kit.trail(row * 3 + column);
      return steps(kit.plan, { key, trail, person: kit.person(), clickAt, visitAt: at, paidAt: at });
    }),
  );
  return {
    name: 'windowEdges',
    promise: 'The boundary of a window belongs to it; a millisecond later does not.',
    events,
  };
}

/** The same at local midnight, which is 16:00 in UTC. */
export function midnights(kit: TrapKit): Trap {
  const midnight = startOf('2025-06-10');
  const events = [midnight - 1, midnight].flatMap((at, turn) =>
    steps(kit.plan, {
      key: `tm${turn}`,
      trail: kit.trail(20 + turn),
      person: kit.person(),
      clickAt: at - turn,
      visitAt: at,
      paidAt: at,
    }),
  );
  return { name: 'midnights', promise: 'An event at local midnight belongs to the day that begins.', events };
}

/** Taps by nobody known, in the first and last millisecond of each period and just outside. */
export function periodEdges(kit: TrapKit): Trap {
  const events = Object.values(PERIODS).flatMap(({ from, to }, turn) =>
    [startOf(from) - 1, startOf(from), startOf(to) + DAY - 1, startOf(to) + DAY].flatMap((clickAt, edge) =>
      steps(kit.plan, { key: `tp${turn}${edge}`, trail: kit.trail(0), person: null, clickAt }),
    ),
  );
  return { name: 'periodEdges', promise: 'A range holds its first and last day whole, in Asia/Shanghai.', events };
}
