import { describe, expect, test } from 'vitest';
import { incrementalFormat, namedIncrementalFormat } from '../../../../../gateway/doors/parts/incremental-format.ts';

describe('the format of answers in parts', () => {
  const cases: [string | undefined, string | undefined][] = [
    [undefined, undefined],
    ['*/*', undefined],
    ['application/json', undefined],
    ['multipart/mixed', 'deferSpec'],
    ['multipart/mixed; boundary="-"', 'deferSpec'],
    ['multipart/mixed; deferSpec=20220824, application/json', 'deferSpec'],
    ['Multipart/Mixed;deferspec="20220824"', 'deferSpec'],
    ['multipart/mixed; incrementalSpec=v0.2, application/json', 'incrementalSpec'],
    ['multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9', 'deferSpec'],
    ['application/graphql-response+json, application/json, text/event-stream, multipart/mixed', 'deferSpec'],
    ['multipart/mixed;incrementalSpec=v0.2;q=0.9, multipart/mixed;deferSpec=20220824;q=0.8', 'incrementalSpec'],
    ['multipart/mixed;incrementalSpec=v0.2, multipart/mixed;deferSpec=20220824', 'incrementalSpec'],
    ['multipart/mixed;q=0.5, application/json', undefined],
    ['multipart/mixed;q=0.5, */*', undefined],
    ['multipart/mixed, */*;q=0.5', 'deferSpec'],
    ['multipart/mixed;q=0', undefined],
    ['multipart/mixed;q=nonsense', undefined],
    ['multipart/mixed; deferSpec=20300101', undefined],
    ['multipart/mixed; incrementalSpec=v9, multipart/mixed; deferSpec=20220824', 'deferSpec'],
    ['multipart/mixed; subscriptionSpec="1.0"', undefined],
    ['multipart/mixed, multipart/mixed;deferSpec=20220824;q=0', undefined],
  ];
  for (const [accept, format] of cases) {
    test(`${accept ?? 'no accept header'}: ${format ?? 'the whole answer'}`, () => {
      expect(incrementalFormat(accept)).toBe(format);
    });
  }
});

describe('the format in which Apollo Server writes parts', () => {
  const cases: [string, string | undefined][] = [
    ['multipart/mixed', undefined],
    ['multipart/mixed;deferspec=20220824', 'deferSpec'],
    ['multipart/mixed;incrementalSpec="v0.2", application/json', 'incrementalSpec'],
    ['multipart/mixed;deferSpec=20220824, application/json;q=0.9', 'deferSpec'],
    ['multipart/mixed;deferSpec=20220824;boundary=x', undefined],
    ['multipart/mixed;deferSpec=20220824;q=0.5, multipart/mixed', undefined],
    ['multipart/mixed, multipart/mixed;deferSpec=20220824', 'deferSpec'],
    ['multipart/mixed, multipart/mixed;deferSpec=20220824;q=0', undefined],
  ];
  for (const [accept, format] of cases) {
    test(`${accept}: ${format ?? 'none'}`, () => {
      expect(namedIncrementalFormat(accept)).toBe(format);
    });
  }
});
