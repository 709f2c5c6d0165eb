import { expect, test } from 'vitest';
import {
  accessOfShops,
  accessToLink,
  accessToNote,
  accessToSource,
  type OwnOfFigures,
} from '../../../../../../subgraphs/commerce/conversions/figures/figure-access.ts';

const ALL = { tells: 'ALL' };
const NOTHING = { tells: 'NOTHING' };
const own = (shops: string[], authors: string[] = [], sourceTypes: string[] = []): OwnOfFigures => ({
  shops: new Set(shops),
  authors: new Set(authors),
  sourceTypes: new Set(sourceTypes),
});
const link = (linkId: string, shopId: string) => ({ linkId, shopId, authorId: 'author' });
const MIXED = [link('a', 'one'), link('b', 'two')];

test('an author sees all of the own notes, and nothing of others’', () => {
  expect(accessToNote(own([], ['author']), MIXED, 'LINEAR')).toEqual(ALL);
  expect(accessToNote(own([], ['stranger']), MIXED, 'LINEAR')).toEqual(NOTHING);
  expect(accessToLink(own([], ['author']), MIXED[0])).toEqual(ALL);
  expect(accessToLink(own([], ['stranger']), MIXED[0])).toEqual(NOTHING);
});

test('who may see every shop’s or every author’s sees every note', () => {
  expect(accessToNote({ ...own([]), shops: undefined }, [], 'LINEAR')).toEqual(ALL);
  expect(accessToNote({ ...own([]), authors: undefined }, [], 'LINEAR')).toEqual(ALL);
});

test('a merchant sees what the links into its shops did, and the whole note where there are no others', () => {
  expect(accessToNote(own(['one']), MIXED, 'LINEAR')).toEqual({ tells: 'LINKS', linkIds: ['a'], lacking: undefined });
  expect(accessToNote(own(['one', 'two']), MIXED, 'READ_THROUGH')).toEqual(ALL);
  expect(accessToNote(own(['three']), MIXED, 'LINEAR')).toEqual({ tells: 'LINKS', linkIds: [], lacking: undefined });
  expect(accessToNote(own(['one']), [], 'LINEAR')).toEqual({ tells: 'LINKS', linkIds: [], lacking: undefined });
});

test('a platform sees all of its own items, a merchant what led into its shops, others nothing', () => {
  expect(accessToSource(own([], [], ['clip']), 'clip_1', MIXED, 'LINEAR')).toEqual(ALL);
  expect(accessToSource(own([], ['author'], ['song']), 'clip_1', MIXED, 'LINEAR')).toEqual(NOTHING);
  expect(accessToSource(own(['one']), 'clip_1', MIXED, 'LAST_CLICK')).toMatchObject({ linkIds: ['a'] });
  expect(accessToSource(own(['one', 'two']), 'clip_1', MIXED, 'LINEAR')).toEqual(ALL);
  expect(accessToSource({ ...own([]), shops: undefined }, 'clip_1', MIXED, 'LINEAR')).toEqual(ALL);
});

test('what can’t be added up of links is lacking', () => {
  const twice = [...MIXED, link('c', 'one')];
  const lacking = (...given: Parameters<typeof accessToNote>) => {
    const access = accessToNote(...given);
    return access.tells === 'LINKS' ? access.lacking : access.tells;
  };
  expect(lacking(own(['one']), MIXED, 'READ_THROUGH')).toBe('OUTCOMES');
  for (const model of ['LINEAR', 'POSITION_BASED', 'TIME_DECAY'] as const) {
    expect(lacking(own(['one']), twice, model)).toBe('COUNTS');
  }
  for (const model of ['LAST_CLICK', 'FIRST_CLICK'] as const)
    expect(lacking(own(['one']), twice, model)).toBeUndefined();
  expect(lacking(own(['one', 'two']), twice, 'LINEAR')).toBe('ALL');
});

test('who owns nothing sees nothing, not even that nothing happened', () => {
  expect(accessToNote(own([]), MIXED, 'LAST_CLICK')).toEqual(NOTHING);
  expect(accessToLink(own([]), undefined)).toEqual(NOTHING);
  expect(accessOfShops(own([]), [])).toEqual(NOTHING);
});

test('what led into several shops is for who owns them all', () => {
  expect(accessOfShops(own(['one']), ['one'])).toEqual(ALL);
  expect(accessOfShops(own(['one']), ['one', 'two'])).toEqual(NOTHING);
  expect(accessOfShops(own(['one', 'two', 'three']), ['one', 'two'])).toEqual(ALL);
});
