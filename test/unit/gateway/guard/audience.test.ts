import { buildASTSchema, Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { audienceName, audienceOf, meetsAll } from '../../../../gateway/guard/audience.ts';
import { EVERYTHING, type Grants } from '../../../../gateway/guard/grants.ts';
import { metRequirements } from '../../../../gateway/guard/met-requirements.ts';
import { accessRules } from '../../../../gateway/supergraph/access-rules.ts';

const DOCUMENT = parse(`
  schema @link(url: "https://specs.apollo.dev/requiresScopes/v0.1") { query: Query }
  type Query { open: Int a: Int @requiresScopes(scopes: [["a"]]) thing: Thing whole: Whole }
  interface Thing { id: ID }
  type Whole implements Thing { id: ID b: Int @requiresScopes(scopes: [["b"]]) }
  type Part implements Thing @requiresScopes(scopes: [["c"]]) { id: ID @requiresScopes(scopes: [["d"]]) }`);
const SCHEMA = buildASTSchema(DOCUMENT, { assumeValid: true, assumeValidSDL: true });
const RULES = accessRules(DOCUMENT, SCHEMA);

function metBy(query: string): readonly number[] {
  const document = parse(query);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('No operation');
  return metRequirements(RULES, SCHEMA, document, operation);
}

function scopesIn(query: string): string[] {
  return metBy(query).flatMap((number) => RULES.requirements[number]?.anyOf.flat() ?? []);
}

function holding(...scopes: string[]): Grants {
  return { authenticated: true, scopes: new Set(scopes), policies: new Set() };
}

describe('the requirements that an operation meets', () => {
  test.each([
    ['{ open __typename __schema { types { name } } }', []],
    ['{ open a open again: a }', ['a']],
    ['{ whole { id } }', []],
    ['{ whole { ... on Thing { id } ...F } } fragment F on Whole { b }', ['b']],
    ['{ thing { __typename } }', ['c']],
    ['{ thing { id } }', ['d', 'c']],
    ['{ thing { ... on Whole { b } } }', ['b', 'c']],
  ])('%s', (query, scopes) => expect(scopesIn(query).sort()).toEqual([...scopes].sort()));
});

describe('an audience', () => {
  const met = metBy('{ a whole { b } }');
  const nameFor = (grants: Grants) => audienceName(RULES, met, grants);

  test('has those who may read the same, whatever else they hold', () => {
    expect(nameFor(holding('a', 'x'))).toBe(nameFor(holding('a', 'c')));
    expect(nameFor(holding('a'))).not.toBe(nameFor(holding('b')));
    expect(nameFor(holding())).not.toBe(nameFor({ ...holding(), authenticated: false }));
  });

  test('has no name and no refusal where they may read all', () => {
    for (const grants of [EVERYTHING, holding('a', 'b')]) {
      expect(nameFor(grants)).toBe('');
      const { requirements, refusal } = audienceOf(RULES, met, grants);
      expect(refusal).toBeUndefined();
      expect(meetsAll(grants, requirements)).toBe(true);
      expect(meetsAll(holding('a'), requirements)).toBe(false);
    }
  });

  test('is refused what it lacks, and what the operation was not found to meet', () => {
    const { refusal } = audienceOf(RULES, met, holding('a', 'd'));
    expect(refusal?.ofField('Query', 'a')).toBeUndefined();
    expect(refusal?.ofField('Whole', 'b')).toEqual({
      message: 'Reading Whole.b needs the scope b.',
      code: 'FIELD_FORBIDDEN',
    });
    expect(refusal?.ofField('Part', 'id')).toBeDefined();
  });
});
