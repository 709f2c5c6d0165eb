import { expect, test } from 'vitest';
import { makeWorld } from '../../../../../subgraphs/world/world.ts';

test('comments of every intent are there, and look-alikes of requests among the others', () => {
  const comments = [...makeWorld({ scale: 'M', seed: 1, now: new Date('2026-01-15T12:00:00.000Z') }).comments()];
  const count = (intent: string) => comments.filter((comment) => comment.intent === intent).length;
  expect(count('LINK_REQUEST')).toBeGreaterThan(1_080);
  for (const intent of ['PRICE_QUESTION', 'EXPERIENCE', 'OTHER']) expect(count(intent)).toBeGreaterThan(100);
  const lookAlikes = comments.filter((comment) => comment.lookAlike);
  expect(lookAlikes.length).toBeGreaterThan(100);
  expect(lookAlikes.every(({ intent }) => intent !== 'LINK_REQUEST')).toBe(true);
});
