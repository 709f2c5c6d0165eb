import { expect, test } from 'vitest';
import { judgedChanges } from '../../../../../gateway/commands/check/judged-changes.ts';
import { apiChanges } from '../../../../../gateway/supergraph/changes.ts';
import type { StoredUsage } from '../../../../../gateway/telemetry/usage/stored-usage.ts';
import { composeLocal } from '../../../../kit/federation.ts';

const supergraph = (typeDefs: string) => composeLocal({ only: { typeDefs } });

const BEFORE = supergraph(`
  type Query { a(one: Int, two: Int): A b: Int c: Int find(in: In): Int }
  type A { x: Int y: Int z: Int }
  type Gone { g: Int }
  type Other { o: Int }
  input In { i: Int j: Int }
  extend type Query { gone: Gone other: Other }`);
const AFTER = supergraph(`
  type Query { a(two: Int): A b: String find(in: In): Int }
  type A { x: Int }
  input In { i: Int }`);

const USAGE: StoredUsage = {
  format: 'redcat-usage',
  version: 1,
  operations: {},
  fields: {
    'Query.a(one:)': { web: '2025-05-08T00:00:00Z' },
    'Query.b': { web: '2025-05-08T00:00:00Z', erp: '2025-05-09T00:00:00Z' },
    'Query.c': { web: '2024-01-01T00:00:00Z' },
    'Query.gone': { web: '2025-05-08T00:00:00Z' },
    'Gone.g': { web: '2025-05-08T00:00:00Z' },
    'A.y': { web: '2025-05-08T00:00:00Z' },
  },
};

test('a change of what somebody uses breaks it, of what nobody uses not; what usage can’t tell counts as used', async () => {
  const changes = await apiChanges(BEFORE, AFTER);
  const { breaking, unused } = judgedChanges(changes, USAGE, '2025-05-01T00:00:00Z');
  const clients = breaking.map(({ path, users }) => [path, users?.map(({ client }) => client)]);
  expect(Object.fromEntries(clients)).toEqual({
    'Query.a.one': ['web'],
    'Query.b': ['erp', 'web'],
    'Query.gone': ['web'],
    Gone: ['web'],
    'A.y': ['web'],
    'In.j': undefined,
  });
  expect(unused.map(({ path }) => path).sort()).toEqual(['A.z', 'Other', 'Query.c', 'Query.other']);
});

test('without usage every breaking change may break somebody', async () => {
  const changes = await apiChanges(BEFORE, AFTER);
  const { breaking, unused } = judgedChanges(changes, undefined, '');
  expect([breaking.length, unused.length]).toEqual([changes.breaking.length, 0]);
});

const INPUTS_BEFORE = supergraph(`
  type Query { find(in: In, tone: Tone): Tone other(in: Other): Int lone(in: Lone): Int }
  input In { i: Int j: Int kept: Int }
  input Other { o: Int }
  input Lone { l: Int }
  enum Tone { LOUD SOFT MUTE }`);
const INPUTS_AFTER = supergraph(`
  type Query { find(in: In, tone: Tone): Tone other(in: Other): Int lone(in: Lone): Int }
  input In { i: Int kept: String }
  input Other { o: Int must: Int! }
  input Lone { l: Int must: Int! }
  enum Tone { LOUD }`);

test('what clients give counts as well: input fields by who gives them, enum values by who gives or reads them', async () => {
  const changes = await apiChanges(INPUTS_BEFORE, INPUTS_AFTER);
  const now = '2025-05-08T00:00:00Z';
  const usage = (fields: StoredUsage['fields'], inputs: StoredUsage['inputs']): StoredUsage => ({
    ...{ format: 'redcat-usage', version: 1, operations: {} },
    ...{ fields, inputs },
  });
  const told = (known: StoredUsage) => {
    const { breaking, unused } = judgedChanges(changes, known, '2025-05-01T00:00:00Z');
    return {
      breaking: Object.fromEntries(breaking.map(({ path, users }) => [path, users?.map(({ client }) => client)])),
      unused: unused.map(({ path }) => path).sort(),
    };
  };
  const given = { 'In.j': { erp: now }, 'Tone.SOFT': { web: now }, $Other: { app: now } };
  expect(told(usage({}, given))).toEqual({
    breaking: { 'In.j': ['erp'], 'Tone.SOFT': ['web'], 'Other.must': ['app'] },
    unused: ['In.kept', 'Lone.must', 'Tone.MUTE'],
  });
  expect(told(usage({ Tone: { ios: now } }, {})).breaking).toEqual({ 'Tone.SOFT': ['ios'], 'Tone.MUTE': ['ios'] });
  // Where nobody noted what clients give, nobody's silence says anything.
  expect(told(usage({}, undefined)).unused).toEqual([]);
});
