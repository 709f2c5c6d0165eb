import fc from 'fast-check';
import { type FragmentDefinitionNode, Kind, parse, print, type SelectionSetNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type DocumentLimits, documentLimits } from '../../../../../gateway/guard/limits/document-limits.ts';

const limits: DocumentLimits = {
  documentTokens: 10_000,
  documentDepth: 10,
  documentAliases: 10,
  documentRootFields: 10,
  documentDirectives: 10,
  documentSelections: 100,
};
const judge = documentLimits(limits);
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const nested = (levels: number) => `{ ${'a { '.repeat(levels - 1)} a ${'} '.repeat(levels)}`;

/** Selections with every kind of thing that stands in one; fragments spread later ones alone. */
const { set } = fc.letrec<{ set: string; selection: string }>((tie) => ({
  set: fc.array(tie('selection'), { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(' ')} }`),
  selection: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'a',
      'on',
      'x: fragment',
      'b(c: {d: [1], e: "}"}) @skip(if: true)',
      'query',
      '... F1',
      '...F2 @a @b',
    ),
    tie('set').map((text) => `f ${text}`),
    tie('set').map((text) => `y: f(a: 1) @include(if: $x) ${text}`),
    tie('set').map((text) => `... on T ${text}`),
    tie('set').map((text) => `... @a(b: "{") ${text}`),
    tie('set').map((text) => `... ${text}`),
  ),
}));

/** The same sizes, by walking the parsed document through every spread. */
function walked(text: string) {
  const { definitions } = parse(text);
  const fragments = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const size = { depth: 0, aliases: 0, rootFields: 0, directives: 0, fields: 0 };
  const walk = (set: SelectionSetNode, level: number): void => {
    for (const node of set.selections) {
      size.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.INLINE_FRAGMENT) walk(node.selectionSet, level);
      else if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(node.name.value);
        if (fragment) walk(fragment.selectionSet, level);
      } else {
        size.fields++;
        size.depth = Math.max(size.depth, level);
        if (level === 1) size.rootFields++;
        if (node.alias) size.aliases++;
        if (node.selectionSet) walk(node.selectionSet, level + 1);
      }
    }
  };
  for (const each of definitions) if (each.kind === Kind.OPERATION_DEFINITION) walk(each.selectionSet, 1);
  return size;
}

describe('documentLimits', () => {
  test('counts as a walk through every spread does, however the document is written', () => {
    const documents = fc
      .tuple(set, set, set)
      .map(([root, one, two]) => [root, one.replaceAll('F1', 'F2'), two.replaceAll(/\.\.\.\s*F\d/g, 'z')])
      .map(([root, one, two]) => `query Q($x: [Int] = [1]) ${root} fragment F1 on T ${one} fragment F2 on T ${two}`);
    fc.assert(
      fc.property(documents, fc.boolean(), (text, printed) => {
        const size = walked(text);
        const found = (limit: Partial<DocumentLimits>) => {
          const none = { documentDepth: 240, documentAliases: 1e6, documentRootFields: 1e6, documentDirectives: 1e6 };
          const document = printed ? print(parse(text)) : text;
          const judged = documentLimits({ ...limits, ...none, documentSelections: 1e6, ...limit })(document);
          return judged?.found;
        };
        expect(found({ documentDepth: size.depth - 1 })).toBe(size.depth);
        expect(found({ documentRootFields: size.rootFields - 1 })).toBe(size.rootFields);
        expect(found({ documentSelections: size.fields - 1 })).toBe(size.fields);
        if (size.aliases > 0) expect(found({ documentAliases: size.aliases - 1 })).toBe(size.aliases);
        if (size.directives > 0) expect(found({ documentDirectives: size.directives - 1 })).toBe(size.directives);
        expect(found({ documentDepth: Math.max(3, size.depth), documentSelections: size.fields })).toBeUndefined();
      }),
    );
  });

  test.each([
    ['DEPTH_LIMIT', nested(11), 10, 11],
    ['DEPTH_LIMIT', '{a'.repeat(10_000), 500, 501],
    ['DEPTH_LIMIT', `{ a(b: ${'['.repeat(11)}${']'.repeat(11)}) }`, 10, 11],
    ['DEPTH_LIMIT', `${nested(8).replace('a }', '...F }')} fragment F on T { a { a { a { a } } } }`, 10, 11],
    ['TOKEN_LIMIT', `{ ${'a '.repeat(10_000)} }`, 10_000, 10_001],
    ['ALIAS_LIMIT', `{ a { ${times(11, (index) => `b${index}: b`)} } }`, 10, 11],
    ['ALIAS_LIMIT', '{ a { ...F } b { ...F } } fragment F on T { p: p q: q r: r s: s t: t u: u }', 10, 12],
    ['ROOT_FIELD_LIMIT', `{ ${times(11, (index) => `a${index}`)} }`, 10, 11],
    ['ROOT_FIELD_LIMIT', '{ ...F ... { ...F } } fragment F on Query { a b c d e f }', 10, 12],
    ['DIRECTIVE_LIMIT', `query ($x: Int @a) @b { a ${'@skip(if: true) '.repeat(9)} }`, 10, 11],
    ['OPERATION_TOO_COMPLEX', `{ a { ${times(100, (index) => `a${index}`)} } }`, 100, 101],
    [
      'ALIAS_LIMIT',
      `{ a { ...F0 } } ${times(200, (index) => `fragment F${index} on T { x: a ...F${index + 1} ...F${index + 1} }`)}`,
      10,
      1_000_000_000,
    ],
    [
      'DEPTH_LIMIT',
      `{ ...F0 } ${times(1100, (index) => `fragment F${index} on T { ...F${index + 1} }`)}`,
      10,
      1_000_000_000,
    ],
  ])('refuses with %s what is too much, and tells limit and number', (code, text, limit, found) => {
    expect(judge(text)).toMatchObject({ code, limit, found, message: expect.stringContaining(String(limit)) });
  });

  test('takes what is within them, with brackets in texts and comments', () => {
    expect(judge(nested(10))).toBeUndefined();
    expect(judge(`{ a(b: "${'{'.repeat(20)}", c: """${'['.repeat(20)}""") } # ${'['.repeat(20)}`)).toBeUndefined();
  });

  test('leaves what is no GraphQL, and fragments in circles, to the parser and validation', () => {
    expect(judge('{ "')).toBeUndefined();
    expect(judge('}}} fragment fragment fragment {{ ...')).toBeUndefined();
    expect(judge('{ ...A } fragment A on T { a ...B } fragment B on T { b ...A }')).toBeUndefined();
  });

  test('takes any number of tokens, levels and aliases of a registered document, and no more of anything else', () => {
    expect(judge(nested(100), true)).toBeUndefined();
    expect(judge(`{ a { ${times(50, (index) => `b${index}: b`)} } }`, true)).toBeUndefined();
    expect(judge(`{ a ${'# x\n, b '.repeat(9)} }`, true)).toBeUndefined();
    expect(judge(`{ ${times(11, (index) => `a${index}`)} }`, true)).toMatchObject({ code: 'ROOT_FIELD_LIMIT' });
    expect(judge(nested(100))).toMatchObject({ code: 'DEPTH_LIMIT' });
  });
});
