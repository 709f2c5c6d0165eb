import { describe, expect, test } from 'vitest';
import { SPREAD, spreadError } from '../../../../gateway/execution/spread-error.ts';

const asked = [
  ['_entities', 0, 'a'],
  ['_entities', 0, 'b'],
  ['_entities', 1, 'a'],
];

describe('spreadError', () => {
  test.each([
    { path: undefined, at: asked },
    { path: ['_entities'], at: asked },
    { path: ['_entities', 0], at: asked.slice(0, 2) },
  ])('is a copy at each field below $path', ({ path, at }) => {
    const spread = spreadError({ message: 'x', ...(path && { path }), extensions: { code: 'C' } }, asked);
    expect(spread).toEqual(at.map((each) => ({ message: 'x', path: each, extensions: { code: 'C', [SPREAD]: true } })));
  });

  test.each([[['_entities', 0, 'a']], [['_entities', 1, 'a', 3, 'deep']], [['elsewhere']]])(
    'is itself at %j',
    (path) => {
      const error = { message: 'x', path };
      expect(spreadError(error, asked)).toEqual([error]);
    },
  );
});
