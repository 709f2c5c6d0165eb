import { expect, test } from 'vitest';
import { isForeign } from '../../../../../gateway/doors/live/live-origins.ts';

const host = 'graph.example:4000';

test('programs, and pages of the same host, are not foreign; other pages are, unless they are named', () => {
  expect(isForeign({ host }, [])).toBe(false);
  expect(isForeign({ host, origin: 'https://graph.example:4000' }, [])).toBe(false);
  expect(isForeign({ host: 'GRAPH.example:4000', origin: 'http://graph.example:4000' }, [])).toBe(false);
  for (const origin of [
    'https://evil.example',
    'https://graph.example',
    'https://graph.example:4000.evil.example',
    'null',
  ]) {
    expect(isForeign({ host, origin }, []), origin).toBe(true);
    expect(isForeign({ host, origin }, [origin]), origin).toBe(false);
    expect(isForeign({ host, origin }, 'any'), origin).toBe(false);
  }
});

test('a page that sends no origin is told by where it says that its request comes from', () => {
  const from = (site: string) => isForeign({ host, 'sec-fetch-site': site }, []);
  expect(['none', 'same-origin', 'same-site', 'cross-site'].map(from)).toEqual([false, false, true, true]);
});
