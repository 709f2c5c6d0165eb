import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fingerprintOfSearch,
  newSearchId,
  normaliseText,
  textFingerprint,
} from '../../../../subgraphs/kit/search-id.ts';

describe("a search's id", () => {
  test('carries the fingerprint of its text, so that who has the id alone can tell it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fingerprintOfSearch(newSearchId(text))).toBe(textFingerprint(text));
      }),
    );
  });

  test('is another each time', () => {
    expect(newSearchId('防晒')).not.toBe(newSearchId('防晒'));
  });

  test('is told from what is none', () => {
    for (const id of ['', 'search_1', 'search_a_b', 'note_1', `${newSearchId('a')}x`, newSearchId('a').slice(1)]) {
      expect(fingerprintOfSearch(id)).toBeUndefined();
    }
  });
});

describe('a searched text', () => {
  test('is the same in any case, width and spacing', () => {
    for (const text of ['running shoes', ' Running  SHOES ', 'ＲＵＮＮＩＮＧ\u3000shoes', 'running\nshoes']) {
      expect(normaliseText(text)).toBe('running shoes');
      expect(textFingerprint(text)).toBe(textFingerprint('running shoes'));
    }
  });

  test('normalised again is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });

  test('another text has another fingerprint', () => {
    const texts = Array.from({ length: 5000 }, (_, n) => `text ${n}`);
    expect(new Set(texts.map(textFingerprint)).size).toBe(5000);
  });
});
