import { expect, test } from 'vitest';
import { AnswerTooLarge } from '../../../../../gateway/execution/answer-room.ts';
import { Run } from '../../../../../gateway/execution/run.ts';
import type { WriteFrame } from '../../../../../gateway/execution/writing/complete.ts';
import { generatePieceRun } from '../../../../../gateway/execution/writing/piece-run.ts';

const newRun = (room = 100) => new Run({}, {}, () => Promise.reject(new Error('nothing is asked')), room);
const writes =
  (text: string | undefined): WriteFrame =>
  () =>
    text;

test('fields are written in their order, each after its label', () => {
  const pieces = [
    { prefix: '{"a":', writeFrame: writes('1') },
    { prefix: ',"b":', writeFrame: ((_run, frame, row) => `${frame} ${row}`) satisfies WriteFrame },
  ];
  expect(generatePieceRun(pieces, '}')?.(newRun(), 'frame', 3)).toBe('{"a":1,"b":frame 3}');
});

test('a null that goes further up loses what was written', () => {
  const run = newRun();
  const pieces = [
    { prefix: '{"a":', writeFrame: writes('1') },
    { prefix: ',"b":', writeFrame: writes(undefined) },
  ];
  expect(generatePieceRun(pieces, '}')?.(run, {}, 0)).toBeUndefined();
  expect(run.room).toBe(100 - '{"a":1'.length);
});

test('nothing is written past the answer’s limit', () => {
  const write = generatePieceRun([{ prefix: '{"a":', writeFrame: writes('x'.repeat(50)) }], '}');
  expect(() => write?.(newRun(20), {}, 0)).toThrow(AnswerTooLarge);
});

test('no label becomes code', () => {
  const prefix = `"; throw new Error('ran'); "`;
  expect(generatePieceRun([{ prefix, writeFrame: writes('1') }], prefix)?.(newRun(), {}, 0)).toBe(
    `${prefix}1${prefix}`,
  );
});
