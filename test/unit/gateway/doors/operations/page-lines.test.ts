import { expect, test } from 'vitest';
import { pageLines } from '../../../../../gateway/doors/operations/page-lines.ts';
import { problemOf } from '../../../../../gateway/doors/operations/problem.ts';
import type { Variables } from '../../../../../gateway/guard/variables.ts';
import type { Reply } from '../../../../../gateway/pipeline.ts';
import { utf8Text } from '../../../../../gateway/utf8-text.ts';

const paging = {
  path: ['shop', 'orders'],
  after: 'from',
  items: 'nodes',
  pageInfo: 'pageInfo',
  hasNextPage: 'hasNextPage',
  endCursor: 'endCursor',
};

function page(nodes: readonly number[], endCursor: string | null, hasNextPage: boolean): Reply {
  const orders = { nodes, pageInfo: { hasNextPage, endCursor } };
  return { data: utf8Text(JSON.stringify({ shop: { orders } })), errors: [] };
}

const failed: Reply = {
  data: utf8Text('{"shop":null}'),
  errors: [{ message: 'Not now.', extensions: { code: 'SHOP_BUSY' } }],
};

/** The lines over these pages, and what was asked for them. */
function linesOf([first, ...rest]: readonly Reply[], { pages = 100, isOver = (): boolean => false } = {}) {
  const asked: Variables[] = [];
  const ask = async (variables: Variables) => {
    asked.push(variables);
    return rest.shift() ?? failed;
  };
  const source = { paging, variables: { id: 's' }, ask, fault: (reply: Reply) => problemOf(reply, 'r'), pages, isOver };
  return { asked, lines: pageLines(first ?? failed, source) };
}

const last = (lines: readonly string[]) => JSON.parse(lines.at(-1) ?? '');

test('a page is asked for when the one before was taken, and no more once nobody reads', async () => {
  const { asked, lines } = linesOf([page([1], 'a', true), page([2], 'b', true)]);
  expect((await lines.next()).value).toBe('1\n');
  expect(asked).toEqual([]);
  expect((await lines.next()).value).toBe('2\n');
  expect(asked).toEqual([{ id: 's', from: 'a' }]);
  await lines.return(undefined);
  expect((await lines.next()).done).toBe(true);
  expect(asked).toHaveLength(1);
});

test('a page without items is passed over, and one that says nothing new ends the answer', async () => {
  const { lines } = linesOf([page([], 'a', true), page([2], 'b', true), page([3], 'b', true), page([4], 'c', false)]);
  const all = await Array.fromAsync(lines);
  expect(all.slice(0, -1)).toEqual(['2\n', '3\n']);
  expect(last(all)).toEqual({ resume: { from: 'b' }, hasNextPage: true });
});

test('a page that fails is told with the cursor before it, and none of it is passed on', async () => {
  const all = await Array.fromAsync(linesOf([page([1], 'a', true), failed]).lines);
  expect(all).toHaveLength(2);
  expect(last(all)).toMatchObject({
    resume: { from: 'a' },
    hasNextPage: true,
    problem: { code: 'SHOP_BUSY', status: 429 },
  });
});

test('what is not there has no lines but the last', async () => {
  const all = await Array.fromAsync(linesOf([{ data: utf8Text('{"shop":null}'), errors: [] }]).lines);
  expect(all.map((line) => JSON.parse(line))).toEqual([{ resume: { from: null }, hasNextPage: false }]);
});

test('an answer ends at its bound, and where it must', async () => {
  const pages = [page([1], 'a', true), page([2], 'b', true), page([3], 'c', true)];
  expect(last(await Array.fromAsync(linesOf(pages, { pages: 2 }).lines))).toEqual({
    resume: { from: 'b' },
    hasNextPage: true,
  });
  const over = linesOf(pages, { isOver: () => true });
  expect(last(await Array.fromAsync(over.lines))).toEqual({ resume: { from: 'a' }, hasNextPage: true });
  expect(over.asked).toEqual([]);
});
