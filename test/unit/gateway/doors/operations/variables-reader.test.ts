import fc from 'fast-check';
import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { VariablesReader } from '../../../../../gateway/doors/operations/variables-reader.ts';

const schema = buildSchema(`
  scalar Date
  enum Stage { ORDER_PAID ORDER_PLACED REFUND }
  input Range { from: Date! to: Date! }
  input Filter { stages: [Stage!] range: Range depth: Int = 3 not: Filter }
  input Choice @oneOf { id: ID name: String }
  type Query { a(x: Int, y: Float, z: Boolean): Int }
`);

function reader(declared: string): VariablesReader {
  const definition = getOperationAST(parse(`query Q${declared && `(${declared})`} { a }`));
  return new VariablesReader(schema, definition?.variableDefinitions ?? []);
}

function texts(declared: string, query: string) {
  const given: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(query)) {
    const before = given[name];
    given[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  }
  const read = reader(declared).ofTexts(given);
  return read.variables ? JSON.parse(JSON.stringify(read.variables)) : read.faults;
}

describe('variables as query parameters', () => {
  test.each([
    ['$id: ID!', 'id=note_1', { id: 'note_1' }],
    ['$n: Int, $f: Float, $b: Boolean', 'n=-5&f=1.5e3&b=false', { n: -5, f: 1500, b: false }],
    ['$text: String', 'text=', { text: '' }],
    ['$text: String', 'text=5', { text: '5' }],
    ['$day: Date', 'day=2025-05-07', { day: '2025-05-07' }],
    ['$stages: [Stage!]', 'stages=REFUND', { stages: ['REFUND'] }],
    ['$stages: [Stage!]', 'stages=REFUND&stages=ORDER_PAID', { stages: ['REFUND', 'ORDER_PAID'] }],
    ['$range: Range!', 'range={"from":"a","to":"b"}', { range: { from: 'a', to: 'b' } }],
    ['$range: Range!', 'range.from=a&range.to=b', { range: { from: 'a', to: 'b' } }],
    [
      '$f: Filter',
      'f.range.from=a&f.range.to=b&f.stages=REFUND&f.depth=1',
      { f: { range: { from: 'a', to: 'b' }, stages: ['REFUND'], depth: 1 } },
    ],
    [
      '$fs: [Range]',
      'fs={"from":"a","to":"b"}&fs={"from":"c","to":"d"}',
      {
        fs: [
          { from: 'a', to: 'b' },
          { from: 'c', to: 'd' },
        ],
      },
    ],
    ['$id: ID! = "1"', '', {}],
    ['', '', {}],
  ])('%s is read from %s', (declared, query, variables) => {
    expect(texts(declared, query)).toEqual(variables);
  });

  test.each([
    ['$id: ID!', '', [['id', 'MISSING', 'id is required: an ID!.']]],
    [
      '$id: ID!',
      'ids=1',
      [
        ['ids', 'UNKNOWN', 'ids is unknown; did you mean id?'],
        ['id', 'MISSING', 'id is required: an ID!.'],
      ],
    ],
    ['$id: ID', 'id=1&id=2', [['id', 'REPEATED', 'id is given more than once.']]],
    [
      '$n: Int',
      'n=abc',
      [['n', 'INVALID', 'n must be an Int (a whole number from -2147483648 to 2147483647), not "abc".']],
    ],
    ['$n: Int', 'n=2147483648', [['n', 'INVALID', expect.stringContaining('not 2147483648')]]],
    [
      '$s: Stage',
      's=ORDER_PAYD',
      [
        [
          's',
          'INVALID',
          's must be one of ORDER_PAID, ORDER_PLACED, REFUND (did you mean ORDER_PAID, ORDER_PLACED?), not "ORDER_PAYD".',
        ],
      ],
    ],
    ['$range: Range!', 'range.from=a', [['range.to', 'MISSING', 'range.to is required: a Date!.']]],
    [
      '$range: Range!',
      'range.form=a&range.to=b',
      [['range.form', 'UNKNOWN', 'range.form is unknown; did you mean from?']],
    ],
    ['$range: Range!', 'range={&range.to=b', [['range.to', 'REPEATED', 'range.to is given more than once.']]],
    [
      '$id: ID',
      '__proto__=1&constructor=2',
      [
        ['__proto__', 'UNKNOWN', expect.anything()],
        ['constructor', 'UNKNOWN', expect.anything()],
      ],
    ],
    ['$f: Filter', 'f.__proto__.x=1', [['f.__proto__.x', 'UNKNOWN', expect.anything()]]],
    ['$id: ID', 'id.x=1', [['id.x', 'UNKNOWN', 'id.x is unknown. There is none.']]],
    [
      '$c: Choice',
      'c.id=1&c.name=2',
      [['c', 'INVALID', 'c must be an object with exactly one of its fields, not an object.']],
    ],
  ])('%s is refused by name: %s', (declared, query, faults) => {
    expect(texts(declared, query).map(({ at, code, detail }: Record<string, string>) => [at, code, detail])).toEqual(
      faults,
    );
  });

  test('a stranger’s long names and values are told cut, and not without end', () => {
    const many = Array.from({ length: 500 }, (_, index) => `${'x'.repeat(300)}${index}=1`).join('&');
    const faults = texts('$id: ID', many);
    expect(faults).toHaveLength(50);
    expect(faults[0].detail.length).toBeLessThan(300);
  });
});

test('variables as JSON are refused where graphql-js refuses them, and nowhere else', () => {
  const declared = '$n: Int! $s: [Stage!] $f: Filter $c: Choice $id: ID $x: Float $list: [[Int]] $t: String = "a"';
  const definitions = getOperationAST(parse(`query Q(${declared}) { a }`))?.variableDefinitions ?? [];
  const subject = new VariablesReader(schema, definitions);
  const leaf = fc.oneof(
    fc.constantFrom(null, true, 'REFUND', 'NONE', 1, -3, 1.5, 2 ** 31, -(2 ** 31), '', '5'),
    fc.integer(),
  );
  const { value } = fc.letrec((tie) => ({
    object: fc.dictionary(
      fc.constantFrom('stages', 'range', 'depth', 'not', 'from', 'to', 'id', 'name', 'other'),
      tie('value'),
      { maxKeys: 3 },
    ),
    value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 2 }), tie('object')),
  }));
  const names = ['n', 's', 'f', 'c', 'id', 'x', 'list', 't'];
  const variables = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  const hasListForObject = (each: unknown): boolean =>
    typeof each === 'object' && each !== null && (Array.isArray(each) || Object.values(each).some(hasListForObject));
  fc.assert(
    fc.property(variables, (given) => {
      const { f, c } = given as Record<string, unknown>;
      // graphql-js takes an empty list for an empty object.
      fc.pre(!hasListForObject(f) && !hasListForObject(c));
      const expected = getVariableValues(schema, definitions, given).errors === undefined;
      expect(subject.ofJson(given).faults === undefined).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
