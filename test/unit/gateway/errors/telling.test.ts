import { pino } from 'pino';
import { expect, test } from 'vitest';
import { errorTeller } from '../../../../gateway/errors/telling.ts';
import type { AnswerError } from '../../../../gateway/execution/answer-errors.ts';

const inside = (extensions: object = {}): AnswerError => ({
  message: 'no disk',
  extensions: { code: '42P01', subgraph: 's', ...extensions },
  foreign: true,
});

function told() {
  const lines: string[] = [];
  const tell = errorTeller(
    'r',
    pino({ base: null, timestamp: false }, { write: (line: string) => void lines.push(line) }),
  );
  return { tell, lines, logged: () => lines.map((line) => JSON.parse(line)) };
}

test('an error that clients are told less of is logged with what is known of it, and no other', () => {
  const { tell, logged } = told();
  tell([{ ...inside({ stacktrace: ['at db.ts'] }), path: ['a', 0] }, inside({ code: 'NOTE_GONE' })]);
  const extensions = { code: '42P01', subgraph: 's', stacktrace: ['at db.ts'] };
  const error = { message: 'no disk', path: ['a', 0], extensions, foreign: true };
  expect(logged()).toEqual([{ level: 50, requestId: 'r', error, msg: 'unexpected error' }]);
});

test('of one answer’s errors no more than twenty are logged, whatever its parts, and how many more there are', () => {
  const { tell, logged } = told();
  tell(Array.from({ length: 15 }, () => inside()));
  tell([...Array.from({ length: 100_000 }, () => inside()), inside({ code: 'NOTE_GONE' })]);
  expect(logged()).toHaveLength(21);
  expect(logged().at(-1)).toEqual({ level: 50, requestId: 'r', errors: 99_995, msg: 'more unexpected errors' });
});

test('of megabytes that a subgraph writes of an error the beginning is logged', () => {
  const { tell, lines, logged } = told();
  const failure = { ...inside({ stacktrace: 'z'.repeat(1_000_000) }), message: 'y'.repeat(1_000_000) };
  tell(Array.from({ length: 20 }, (_, index) => ({ ...failure, path: ['a', index] })));
  expect(lines.join('').length).toBeLessThan(20 * 21_000);
  expect(logged()[19].error).toMatchObject({ path: ['a', 19], extensions: { subgraph: 's' } });
  expect(logged()[19].error.extensions.begins).toMatch(/^\{"code":"42P01","subgraph":"s","stacktrace":"z{9000}/);
});

test('what a subgraph nests too deep to be written is left out', () => {
  const { tell, logged } = told();
  expect(tell([inside({ deep: JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) })])).toHaveLength(1);
  expect(logged()[0].error.extensions).toEqual({ subgraph: 's' });
});
