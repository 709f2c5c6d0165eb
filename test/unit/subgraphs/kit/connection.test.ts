import { describe, expect, test } from 'vitest';
import { checkFirst, toConnection } from '../../../../subgraphs/kit/connection.ts';

const cut = { list: 'notes', keysOf: (row: { id: string }) => [row.id] };
const rows = ['a', 'b', 'c'].map((id) => ({ id }));

describe('a page size', () => {
  test('is 1 to 100, or to what a field says', () => {
    expect(checkFirst(1)).toBe(1);
    expect(checkFirst(100)).toBe(100);
    expect(checkFirst(500, 500)).toBe(500);
    for (const [first, most] of [
      [0, 100],
      [-1, 100],
      [101, 100],
      [501, 500],
    ] as const) {
      expect(() => checkFirst(first, most)).toThrow(
        expect.objectContaining({
          extensions: { code: 'PAGE_SIZE_INVALID' },
          message: expect.stringContaining(`${most}`),
        }),
      );
    }
  });
});

describe('a connection', () => {
  test('drops the row too many, and says that there is a next page', () => {
    const page = toConnection(rows, { ...cut, first: 2, after: null });
    expect(page.nodes).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(page.edges.map((edge) => edge.node)).toEqual(page.nodes);
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: page.edges[0]?.cursor,
      endCursor: page.edges[1]?.cursor,
    });
  });

  test('that ends says so, and knows of the page before', () => {
    expect(toConnection(rows, { ...cut, first: 3, after: 'x' }).pageInfo).toMatchObject({
      hasNextPage: false,
      hasPreviousPage: true,
    });
  });

  test('of nothing has no cursors', () => {
    expect(toConnection([], { ...cut, first: 3, after: null })).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('may show something else of a row than itself', () => {
    const page = toConnection(rows, { ...cut, first: 1, after: null }, ({ id }) => id.toUpperCase());
    expect(page.nodes).toEqual(['A']);
  });
});
