import { describe, expect, it } from 'vitest';
import {
  BEGINNING,
  checkHistory,
  feedCursor,
  readFeedCursor,
  WHOLE_GROUP,
} from '../../../../../subgraphs/commerce/feed/position.ts';
import type { InputError } from '../../../../../subgraphs/kit/errors.ts';

const place = { number: 7, ordinal: 3, mark: 99 };
const history = { epoch: 'one', lastNumber: 9, prunedTo: 0, mark: 99 };

function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return (error as InputError).extensions.code;
  }
  return 'nothing';
}

describe('a cursor of the feed', () => {
  it('comes back as the place that it was written of, for its own list alone', () => {
    const cursor = feedCursor('list', 'one', place);
    expect(readFeedCursor('list', cursor)).toEqual({ epoch: 'one', position: place });
    expect(codeOf(() => readFeedCursor('other', cursor))).toBe('CURSOR_INVALID');
  });

  it.each([{ number: -1 }, { ordinal: -1 }, { ordinal: WHOLE_GROUP + 1 }])(
    'that names no place is invalid: %j',
    (wrong) => {
      expect(codeOf(() => readFeedCursor('list', feedCursor('list', 'one', { ...place, ...wrong })))).toBe(
        'CURSOR_INVALID',
      );
    },
  );

  it('holds in the history in which it was given, at its end too, and at its beginning whatever followed', () => {
    const check = (position = place, now = history) => codeOf(() => checkHistory({ epoch: 'one', position }, now));
    expect(check()).toBe('nothing');
    expect(check({ ...place, number: 9 })).toBe('nothing');
    expect(check(BEGINNING, { ...history, lastNumber: 0, mark: null as never })).toBe('nothing');
  });

  it('holds where its group is gone, out of which everything has moved', () => {
    const now = { ...history, mark: null as never, prunedTo: 7 };
    expect(codeOf(() => checkHistory({ epoch: 'one', position: place }, now))).toBe('nothing');
  });

  it('holds in no other history: another epoch, one that ends before it, one with another group in its place', () => {
    const check = (now: object) =>
      codeOf(() => checkHistory({ epoch: 'one', position: place }, { ...history, ...now }));
    expect(check({ epoch: 'two' })).toBe('FEED_EPOCH_CHANGED');
    expect(check({ lastNumber: 6, mark: null })).toBe('FEED_CURSOR_AHEAD');
    expect(check({ mark: 98 })).toBe('FEED_EPOCH_CHANGED');
    expect(check({ mark: 98, prunedTo: 7 })).toBe('FEED_EPOCH_CHANGED');
    expect(check({ mark: null, prunedTo: 6 })).toBe('FEED_EPOCH_CHANGED');
  });
});
