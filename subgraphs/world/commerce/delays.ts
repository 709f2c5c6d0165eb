import { DAY, HOUR, MINUTE, SECOND } from '../calendar.ts';

/** How soon something follows: shares of it, each with the longest time it takes. */
type Steps = readonly (readonly [share: number, most: number])[];

/** From a tap to the shop: mostly at once, sometimes days later; within 15 days even where a data gap adds two. */
const VISITS: Steps = [
  [0.8, 2 * MINUTE],
  [0.9, DAY],
  [0.96, 7 * DAY],
  [1, 12 * DAY],
];
/** From a tap to the order: over all four windows. */
const ORDERS: Steps = [
  [0.35, HOUR],
  [0.6, DAY],
  [0.82, 7 * DAY],
  [0.93, 15 * DAY],
  [1, 29 * DAY],
];

function draw(steps: Steps, unit: number): number {
  let from = 0;
  let low: number = SECOND;
  for (const [share, most] of steps) {
    if (unit < share) return Math.floor(low + ((unit - from) / (share - from)) * (most - low));
    from = share;
    low = most;
  }
  return low;
}

/** When something follows an instant, before an end: where its time would pass that, somewhere in what is left. */
function before(end: number, at: number, delay: number, unit: number): number {
  const left = Math.max(0, end - at);
  return at + (delay < left ? delay : Math.floor(unit * left));
}

/** When a tap's visit comes. All instants in milliseconds; never past `end`. */
export function visitAfter(click: number, end: number, unit: number): number {
  return before(end, click, draw(VISITS, unit), (unit * 7) % 1);
}

/** When a tap's order is paid. */
export function orderAfter(click: number, end: number, unit: number): number {
  return before(end, click, draw(ORDERS, unit), (unit * 7) % 1);
}

/** Within some seconds of an instant, and not past `end`. */
export function soonAfter(at: number, end: number, unit: number, most: number): number {
  return before(end, at, SECOND + Math.floor(unit * most), unit);
}

const SLOTS = 22;
const SLOT = 8 * SECOND;

/**
 * When a read's tap comes: within three minutes. Taps of one read keep seconds apart, so that none is taken for one that no person made.
 * @param turn differs between the taps of one read; buyers' taps stand between those of others
 */
export function tapAfter(read: number, end: number, turn: number, unit: number, buyer: boolean): number {
  const delay = (turn % SLOTS) * SLOT + (buyer ? 5 : 1) * SECOND + Math.floor((unit * SECOND) / 2);
  return before(end, read, delay, unit);
}
