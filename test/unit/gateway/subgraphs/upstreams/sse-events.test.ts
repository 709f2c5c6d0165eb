import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventReader } from '../../../../../gateway/subgraphs/upstreams/sse-events.ts';

const stream =
  ':\n\nevent: next\ndata: {"data":1}\n\nevent: next\r\ndata: one\r\ndata: two\r\n\r\nevent:complete\ndata\n\n: bye\n\n';
const events = [
  { event: 'next', data: '{"data":1}' },
  { event: 'next', data: 'one\ntwo' },
  { event: 'complete', data: '' },
];

test('events are the same wherever the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
      const read = eventReader(1000);
      const at = [0, ...cuts.sort((one, other) => one - other), stream.length];
      const pieces = at.slice(1).map((end, index) => stream.slice(at[index], end));
      expect(pieces.flatMap(read)).toEqual(events);
    }),
    { numRuns: 200 },
  );
});

test('an event that is larger than the limit is refused, however it comes; comments count for nothing', () => {
  const read = eventReader(100);
  for (let beat = 0; beat < 100; beat++) expect(read(':\n\n')).toEqual([]);
  expect(read(`data: ${'x'.repeat(80)}`)).toEqual([]);
  expect(() => read('x'.repeat(80))).toThrow('larger');
});
