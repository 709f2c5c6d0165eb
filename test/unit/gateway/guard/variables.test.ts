import fc from 'fast-check';
import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { expect, test } from 'vitest';
import { VariablesReader } from '../../../../gateway/doors/operations/variables-reader.ts';
import { DeclaredVariables } from '../../../../gateway/guard/variables.ts';

const schema = buildSchema(`
  scalar Date
  enum Stage { PAID PLACED REFUND }
  input Range { from: Date! to: Date! = "today" }
  input Filter { stages: [Stage!] = [PAID] range: Range depth: Int! = 3 not: Filter ids: [[ID!]] id: ID any: Date }
  input Choice @oneOf { id: ID name: String range: Range }
  type Query { a(x: Float): Int }
`);
const declared =
  '$n: Int! $s: [Stage!] $f: Filter $c: Choice $id: ID $x: Float $list: [[Int]] $t: String = "a" $d: Filter = {depth: 4} $must: Boolean! = true';
const definitions = getOperationAST(parse(`query Q(${declared}) { a }`))?.variableDefinitions ?? [];
const variables = new DeclaredVariables(schema, definitions);
const door = new VariablesReader(schema, definitions);

const leaf = fc.constantFrom<unknown>(null, true, 'REFUND', 'NONE', 1, -3, 1.5, -0, 2 ** 31, '', '5', 7);
const { value } = fc.letrec((tie) => ({
  object: fc.dictionary(
    fc.constantFrom('stages', 'range', 'depth', 'not', 'from', 'to', 'id', 'ids', 'name', 'any', 'constructor'),
    tie('value'),
    { maxKeys: 3 },
  ),
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 2 }), tie('object')),
}));
/** Values that often fit, and such as may be anything. */
const filter = fc.record(
  {
    stages: fc.oneof(fc.constantFrom('PAID', null), fc.array(fc.constantFrom('PAID', 'REFUND'))),
    range: fc.record({ from: value, to: leaf }, { requiredKeys: ['from'] }),
    depth: fc.integer({ min: -5, max: 5 }),
    not: fc.record(
      { id: fc.constantFrom(1, 'a', null), ids: fc.constantFrom<unknown>(1, [2, 'b'], [[3]], null) },
      { requiredKeys: [] },
    ),
    any: value,
  },
  { requiredKeys: [] },
);
const choice = fc.oneof(
  fc.record({ id: fc.constantFrom(1, 'a') }),
  fc.record({ range: fc.record({ from: leaf }) }),
  value,
);
const given = fc.record(
  {
    n: fc.oneof(fc.integer({ min: -9, max: 9 }), leaf),
    s: fc.constantFrom<unknown>('PAID', ['PAID', 'REFUND'], null, ['NONE'], [null]),
    f: fc.oneof({ weight: 4, arbitrary: filter }, value),
    c: choice,
    id: leaf,
    x: fc.constantFrom<unknown>(1, 1.5, -0, null, '1'),
    list: fc.constantFrom<unknown>(1, [1], [[1]], [1, [2]], null, ['1']),
    t: fc.constantFrom<unknown>('b', null, 1),
    d: fc.oneof(filter, fc.constant(null)),
    must: fc.constantFrom<unknown>(true, null),
    other: leaf,
  },
  { requiredKeys: ['n'] },
);

test('variables are coerced, and refused, as graphql-js does it; and what the door of operations has read is the same', () => {
  let fitting = 0;
  fc.assert(
    fc.property(given, (sent) => {
      const theirs = getVariableValues(schema, definitions, sent, { maxErrors: 50 });
      const ours = variables.coerce(sent, false);
      expect(ours.errors?.map(({ message, locations }) => ({ message, locations }))).toEqual(
        theirs.errors?.map(({ message, locations }) => ({ message, locations })),
      );
      expect(plain(ours.coerced)).toEqual(plain(theirs.coerced));
      const { other: _, ...known } = sent as Record<string, unknown>;
      const { read } = door.ofJson(known);
      if (!read) return;
      fitting++;
      expect(plain(variables.withDefaults(read))).toEqual(plain(theirs.coerced));
    }),
    { numRuns: 1500, seed: 3 },
  );
  expect(fitting).toBeGreaterThan(50);
});

test('a value that nests very deep is left to graphql-js', () => {
  let deep: Record<string, unknown> = {};
  for (let depth = 0; depth < 300; depth++) deep = { not: deep };
  const sent = { n: 1, f: deep };
  const { coerced } = getVariableValues(schema, definitions, sent) as { coerced: unknown };
  expect(plain(variables.coerce(sent, false).coerced)).toEqual(plain(coerced));
});

test('a variable of a type that the schema lacks is left to graphql-js', () => {
  const lacking = getOperationAST(parse('query ($a: None) { a }'))?.variableDefinitions ?? [];
  const { errors = [] } = new DeclaredVariables(schema, lacking).coerce({}, false);
  expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('None')]);
});

/** Without what JSON does not tell of objects. */
function plain(coerced: unknown): unknown {
  return coerced === undefined ? undefined : JSON.parse(JSON.stringify(coerced));
}
