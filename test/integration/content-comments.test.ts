import { expect, test } from 'vitest';
import { NOON, useContent } from '../kit/content.ts';
import { addAuthors, addCommentsTo, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const COMMENTS = `query($first: Int!, $after: String, $intent: CommentIntent) { note(id: "note_1") {
  comments(first: $first, after: $after, intent: $intent) {
    nodes { id body intent createdAt author { id } } pageInfo { hasNextPage endCursor } } } }`;

const BODIES = [
  '求链接',
  '多少钱呀',
  '用了一个月真的显白',
  '哈哈哈',
  '不求链接,自己搜就好',
  '蹲链接',
  '链接失效了',
  '求色号',
];

describeOnDatabases('comments', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(db, { id: 'author_1' });
    await addNotes(db, { id: 'note_1' }, { id: 'note_2' });
    await addCommentsTo(
      db,
      'note_1',
      ...BODIES.map((body, n) => ({
        id: `comment_${n}`,
        body,
        createdAt: new Date(NOON.getTime() - Math.floor(n / 2) * 1000),
      })),
    );
    await addCommentsTo(db, 'note_2', { id: 'comment_other', body: '求链接' });
  });

  async function bodies(intent: string | null, first: number): Promise<string[]> {
    const found: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data, errors } = await content().ask(COMMENTS, { first, after, intent });
      expect(errors).toEqual([]);
      const { nodes, pageInfo } = data.note.comments;
      found.push(...nodes.map((node: { body: string }) => node.body));
      if (!pageInfo.hasNextPage) return found;
      after = pageInfo.endCursor;
    }
  }

  test('are the newest first, whatever the page size', async () => {
    const newest = [1, 0, 3, 2, 5, 4, 7, 6].map((n) => BODIES[n]);
    for (const first of [1, 3, 8, 100]) expect(await bodies(null, first)).toEqual(newest);
  });

  test('of one intent are those whose text has it', async () => {
    expect(await bodies('LINK_REQUEST', 2)).toEqual(['求链接', '蹲链接', '求色号']);
    expect(await bodies('PRICE_QUESTION', 2)).toEqual(['多少钱呀']);
    expect(await bodies('EXPERIENCE', 2)).toEqual(['用了一个月真的显白']);
    expect(await bodies('OTHER', 2)).toEqual(['哈哈哈', '不求链接,自己搜就好', '链接失效了']);
  });

  test("a cursor of one intent's list is refused by another's", async () => {
    const { data } = await content().ask(COMMENTS, { first: 1, intent: 'OTHER' });
    const { errors } = await content().ask(COMMENTS, {
      first: 1,
      intent: 'LINK_REQUEST',
      after: data.note.comments.pageInfo.endCursor,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  });
});
