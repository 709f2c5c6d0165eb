import { describe, expect, test } from 'vitest';
import { askedPaths } from '../../../../gateway/execution/asked-paths.ts';

const entities = (selection: string) =>
  `query($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;

describe('askedPaths', () => {
  test('is the root fields, by the names they have in the answer', () => {
    expect(askedPaths('{ a b: c { d } __typename }', {})).toEqual([['a'], ['b']]);
  });

  test('is the fields of each entity', () => {
    const representations = [{ __typename: 'Book' }, { __typename: 'Book' }];
    expect(askedPaths(entities('... on Book { __typename a b { c } }'), { representations })).toEqual([
      ['_entities', 0, 'a'],
      ['_entities', 0, 'b'],
      ['_entities', 1, 'a'],
      ['_entities', 1, 'b'],
    ]);
  });

  test('is of each entity only the fields of its own type', () => {
    const representations = [{ __typename: 'Book' }, { __typename: 'Shelf' }];
    const document = entities('... on Book { a } ... on Shelf { b }');
    expect(askedPaths(document, { representations })).toEqual([
      ['_entities', 0, 'a'],
      ['_entities', 1, 'b'],
    ]);
  });

  test('is the fields of an interface where the type itself is not named', () => {
    const representations = [{ __typename: 'Book' }];
    expect(askedPaths(entities('... on Thing { a }'), { representations })).toEqual([['_entities', 0, 'a']]);
  });

  test('follows named fragments', () => {
    const document = `${entities('...F')} fragment F on Book { a ... { b } }`;
    expect(askedPaths(document, { representations: [{ __typename: 'Book' }] })).toEqual([
      ['_entities', 0, 'a'],
      ['_entities', 0, 'b'],
    ]);
  });

  test('heeds @skip and @include, with variables and their defaults', () => {
    const document = `query($yes: Boolean!, $no: Boolean = false) {
      a @include(if: $yes) b @skip(if: $yes) c @include(if: $no) d @skip(if: $no) e @skip(if: true) f @custom
    }`;
    expect(askedPaths(document, { yes: true })).toEqual([['a'], ['d'], ['f']]);
  });

  test('ends at a limit', () => {
    const representations = Array.from({ length: 5000 }, () => ({ __typename: 'Book' }));
    expect(askedPaths(entities('... on Book { a }'), { representations })).toHaveLength(1000);
  });
});
