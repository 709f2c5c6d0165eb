import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  type MergeablePart,
  mergeablePart,
  mergeDocuments,
} from '../../../../../gateway/execution/fetching/merged-document.ts';

const partOf = (text: string): MergeablePart => {
  const part = mergeablePart(text);
  if (!part) throw new Error(`${text} cannot be merged`);
  return part;
};
const merge = (...texts: string[]) => mergeDocuments(texts.map(partOf), 'Page__shop');
const entities = (selection: string, more = '') =>
  `query Page__shop($representations:[_Any!]!${more}){_entities(representations:$representations){${selection}}}`;

describe('several operations in one document', () => {
  test('each list of entities has an alias and a variable of its own; the client’s variables are shared', () => {
    const merged = merge(
      entities('...on A{a(n:$n)}', ',$n:Int=1'),
      entities('...on B{b(n:$n t:$t)}', ',$n:Int=1,$t:[ID!]'),
    );
    expect(merged.text).toBe(
      'query Page__shop($n:Int=1$t:[ID!]$r0:[_Any!]!$r1:[_Any!]!){e0:_entities(representations:$r0){...on A{a(n:$n)}}e1:_entities(representations:$r1){...on B{b(n:$n t:$t)}}}',
    );
    expect(merged.representations).toEqual(['r0', 'r1']);
    expect([...merged.origins]).toEqual([
      ['e0', { part: 0, key: '_entities' }],
      ['e1', { part: 1, key: '_entities' }],
    ]);
  });

  test('a client’s variable named like one of ours keeps its name', () => {
    const merged = merge(entities('...on A{a(n:$r1)}', ',$r1:Int'), entities('...on B{b}'));
    expect(merged.representations).toEqual(['r0', '_r1']);
    expect(merged.text).toContain('$r1:Int');
    expect(merged.text).toContain('e1:_entities(representations:$_r1)');
  });

  test('root fields keep the keys that each operation has for them, in fragments too', () => {
    const { text, origins } = merge('query($n:Int){a:x(n:$n)...{y}}', 'query{a:z __typename}');
    expect(text).toBe('query Page__shop($n:Int){f0_a:x(n:$n)...{f0_y:y}f1_a:z f1___typename:__typename}');
    expect([...origins].map(([alias, { part, key }]) => [alias, part, key])).toEqual([
      ['f0_a', 0, 'a'],
      ['f0_y', 0, 'y'],
      ['f1_a', 1, 'a'],
      ['f1___typename', 1, '__typename'],
    ]);
  });

  test('equal fragments stand once', () => {
    const { text } = merge(
      `${entities('...on A{x{...F}}')}fragment F on T{f}`,
      `${entities('...on B{y{...F}}')}fragment F on T{f}`,
    );
    expect(text.match(/fragment/g)).toHaveLength(1);
  });

  test('fragments of one name and several meanings all get others', () => {
    const { text } = merge(
      `${entities('...on A{x{...F}}')}fragment F on T{...G}fragment G on T{g}`,
      `${entities('...on B{y{...F}}')}fragment F on T{...G}fragment G on T{h}`,
    );
    expect(parse(text).definitions).toHaveLength(5);
    expect(text).toContain('e1:_entities(representations:$r1){...on B{y{...F_1}}}');
    expect(text).toContain('fragment F_1 on T{...G_1}');
    expect(text).toContain('fragment G_1 on T{h}');
  });
});

describe('what cannot stand beside others', () => {
  test.each([
    ['directives of the operation', 'query @live{a}'],
    ['a named fragment of root fields', 'query{...F}fragment F on Query{a}'],
    [
      'entities beside root fields',
      'query($representations:[_Any!]!){_entities(representations:$representations){__typename}a}',
    ],
    [
      'a list of entities under conditions',
      'query($representations:[_Any!]!,$c:Boolean!){_entities(representations:$representations)@skip(if:$c){__typename}}',
    ],
  ])('%s', (_what, text) => {
    expect(mergeablePart(text)).toBeUndefined();
  });
});
