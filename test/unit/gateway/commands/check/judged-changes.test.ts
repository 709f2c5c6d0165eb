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
