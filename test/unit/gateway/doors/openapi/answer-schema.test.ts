import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { dataSchema } from '../../../../../gateway/doors/openapi/answer-schema.ts';
import { NamedSchemas } from '../../../../../gateway/doors/openapi/named-schemas.ts';

const KINDS = 20;
const schema = buildSchema(`
  interface Node { id: ID! next: Node }
  ${Array.from({ length: KINDS }, (_, kind) => `type T${kind} implements Node { id: ID! next: Node own${kind}: Int }`).join('\n')}
  type Query { node: Node }`);

function described(text: string) {
  const named = new NamedSchemas();
  const data = dataSchema(schema, parse(text), named);
  return { data, components: named.components };
}

describe('the schema of an answer in which objects of many types may stand', () => {
  test('tells those of which the same is read once', () => {
    expect(described('query Q { node { id } }')).toEqual({
      data: {
        type: 'object',
        properties: { node: { type: ['object', 'null'], properties: { id: { type: 'string' } }, required: ['id'] } },
        required: ['node'],
      },
      components: {},
    });
  });

  test('has a component for each other', () => {
    const { data, components } = described('query Q { node { id ... on T1 { own1 } } }');
    expect(data).toMatchObject({
      properties: {
        node: {
          anyOf: [
            { anyOf: [{ $ref: '#/components/schemas/Q.T0' }, { $ref: '#/components/schemas/Q.T1' }] },
            { type: 'null' },
          ],
        },
      },
    });
    expect(components['Q.T1']).toMatchObject({ required: ['id', 'own1'] });
    expect(components['Q.T0']).toMatchObject({ required: ['id'] });
  });

  test('does not multiply where they stand in each other', () => {
    const size = (depth: number) =>
      JSON.stringify(
        described(`query Q { node { __typename ${'next { __typename '.repeat(depth)} id ${'}'.repeat(depth)} } }`),
      ).length;
    expect(size(8)).toBeLessThan(5 * size(2));
  });
});
