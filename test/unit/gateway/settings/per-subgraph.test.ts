import { describe, expect, test } from 'vitest';
import { forSubgraph, perSubgraph } from '../../../../gateway/settings/per-subgraph.ts';
import { wholeNumber } from '../../../../settings/settings.ts';

const setting = perSubgraph(wholeNumber(1, 9000), '50');
const read = (text: string) => setting.parse(text);

describe('a setting by subgraph', () => {
  test.each([
    ['800', 800, 800],
    ['content=800', 800, 50],
    ['800, content=900', 900, 800],
    ['content=900 ,800', 900, 800],
    ['content=1,commerce=2', 1, 2],
    ['__proto__=7', 50, 50],
  ])('reads %s', (text, content, commerce) => {
    expect([forSubgraph(read(text), 'content'), forSubgraph(read(text), 'commerce')]).toEqual([content, commerce]);
  });

  test.each([
    ['800,900', 'the value for all more than once'],
    ['content=1,content=2', 'says content more than once'],
    ['=5', 'names no subgraph'],
    ['content=0', 'from 1 to 9000'],
    ['content=', 'from 1 to 9000'],
    [',content=1', 'from 1 to 9000'],
  ])('refuses %s', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
