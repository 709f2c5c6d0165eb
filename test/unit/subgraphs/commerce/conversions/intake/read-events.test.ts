import { describe, expect, it } from 'vitest';
import { readNdjsonEvents } from '../../../../../../subgraphs/commerce/conversions/intake/read-events.ts';
import { visitSent } from '../../../../../kit/commerce/events.ts';

/** How often others had their turn until a promise was done. */
async function turnsDuring(promise: Promise<unknown>): Promise<number> {
  let [turns, isDone] = [0, false];
  const done = promise.finally(() => {
    isDone = true;
  });
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await done;
  return turns;
}

describe('reading events line by line', () => {
  it('lets others have their turn between the lines of a large body, and between empty ones', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => JSON.stringify(visitSent({ eventId: `${index}` })));
    const reading = readNdjsonEvents(lines.join('\r\n'));
    expect(await turnsDuring(reading)).toBeGreaterThan(20);
    const events = await reading;
    expect(events.map(({ sent }) => sent.eventId)).toEqual(lines.map((_, index) => `${index}`));
    const empty = readNdjsonEvents(`${'\n'.repeat(1_000_000)}{}\n`);
    expect(await turnsDuring(empty)).toBeGreaterThan(40);
    expect(await empty).toHaveLength(1);
  });
});
