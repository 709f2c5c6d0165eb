import { expect, test } from 'vitest';
import { type TestContent, useContent } from '../kit/content.ts';
import { addAuthors, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const SEARCH = `query($text: String!, $first: Int!, $after: String) { search(text: $text) {
  id text terms origin notes(first: $first, after: $after) { nodes { id title } pageInfo { hasNextPage endCursor } }
  authors { id } } }`;

async function found(content: TestContent, text: string): Promise<string[]> {
  const { data, errors } = await content.ask(SEARCH, { text, first: 100 });
  expect(errors).toEqual([]);
  return data.search.notes.nodes.map((note: { id: string }) => note.id);
}

describeOnDatabases('search', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(
      db,
      { id: 'author_1', name: '小红薯露露', follower_count: 10 },
      { id: 'author_2', name: '露露的防晒日记', follower_count: 500 },
      { id: 'author_3', name: 'Trail Runner Amy', follower_count: 7 },
    );
    await addNotes(
      db,
      { id: 'note_jacket', title: '救命!夜爬泰山穿这件冲锋衣真的绝', body: '轻,防风', topics: ['露营'] },
      { id: 'note_jacket_body', title: '周末去哪', body: '夜爬穿了冲锋衣,不冷', topics: ['爬山'] },
      { id: 'note_jacket_topic', title: '一身黑', body: '随手拍', topics: ['冲锋衣'] },
      { id: 'note_sunscreen', title: '云栖防晒霜空瓶记|30天真实反馈', body: '油皮也能用' },
      { id: 'note_sunscreen_2', title: '别再乱买防晒霜了!5款横评', body: '云栖、鹿岛都有' },
      { id: 'note_shoes', title: 'Best running shoes for flat feet', body: 'I tried 3 brands' },
      { id: 'note_shoe', title: '跑鞋 review', body: 'One shoe, 100 km of running' },
      { id: 'note_essence', title: '换季敏感肌', body: '鹿岛精华液' },
      ...Array.from({ length: 30 }, (_, n) => ({
        id: `note_camp_${n}`,
        title: '露营好物分享',
        body: '周末露营',
        like_count: n % 3 === 0 ? 50 : 3,
      })),
    );
  });

  test('finds Chinese words by their segments, the title before the body before the topics', async () => {
    expect(await found(content(), '冲锋衣')).toEqual(['note_jacket', 'note_jacket_body', 'note_jacket_topic']);
    expect(await found(content(), '夜爬')).toEqual(['note_jacket', 'note_jacket_body']);
    expect(await found(content(), '泰山夜爬')).toEqual(['note_jacket']);
    expect(await found(content(), '敏感肌')).toEqual(['note_essence']);
  });

  test('finds invented brands, which no dictionary knows, alone and within a phrase', async () => {
    expect(await found(content(), '鹿岛')).toEqual(expect.arrayContaining(['note_essence', 'note_sunscreen_2']));
    expect((await found(content(), '云栖防晒霜'))[0]).toBe('note_sunscreen');
    expect(await found(content(), '云栖')).toEqual(['note_sunscreen', 'note_sunscreen_2']);
  });

  test('finds English words in any case and number, together with Chinese ones', async () => {
    expect(await found(content(), 'RUNNING Shoe')).toEqual(['note_shoes', 'note_shoe']);
    expect((await found(content(), '跑鞋 running'))[0]).toBe('note_shoe');
  });

  test('takes traditional characters, full width and odd spaces for the same text', async () => {
    const plain = await found(content(), '防晒霜');
    expect(plain).toHaveLength(2);
    expect(await found(content(), ' 防曬霜 ')).toEqual(plain);
    expect(await found(content(), 'RUNNING SHOES')).toEqual(['note_shoes', 'note_shoe']);
  });

  test('finds nothing for what nobody wrote, and says so without an error', async () => {
    for (const text of ['阿巴阿巴', 'zzzz', '🔗', '!!!', '的']) expect(await found(content(), text)).toEqual([]);
  });

  test('words that no note holds do not hide what the others find', async () => {
    expect((await found(content(), '阿那亚 防晒霜')).sort()).toEqual(['note_sunscreen', 'note_sunscreen_2']);
  });

  test('among equals, the more engaging come first, then the greater id', async () => {
    const ids = await found(content(), '露营');
    expect(ids).toHaveLength(31);
    const camps = ids.filter((id) => id.startsWith('note_camp_'));
    const [loved, others] = [camps.slice(0, 10), camps.slice(10)];
    expect(loved.every((id) => Number(id.split('_')[2]) % 3 === 0)).toBe(true);
    expect(loved).toEqual([...loved].sort().reverse());
    expect(others).toEqual([...others].sort().reverse());
  });

  test('finds authors by their names, those with more followers first among equals', async () => {
    const authors = async (text: string) => {
      const { data } = await content().ask(SEARCH, { text, first: 1 });
      return data.search.authors.map((author: { id: string }) => author.id);
    };
    expect(await authors('露露')).toEqual(['author_2', 'author_1']);
    expect(await authors('小红薯露露')).toEqual(['author_1', 'author_2']);
    expect(await authors('trail runners')).toEqual(['author_3']);
    expect(await authors('帐篷')).toEqual([]);
  });

  test('gives the notes that hold what is rare before those that hold what is common', async () => {
    const ids = await found(content(), '露营 冲锋衣');
    expect(ids[0]).toBe('note_jacket');
    expect(ids).not.toContain('note_camp_1');
  });

  test('pages neither repeat nor skip a note while others are added and engagement moves', async () => {
    const { db } = content();
    const whole = await content().ask(SEARCH, { text: '露营', first: 100 }, 'viewer-paging');
    const expected = whole.data.search.notes.nodes.map((note: { id: string }) => note.id);
    const ids: string[] = [];
    let after: string | null = null;
    for (let page = 0; ; page += 1) {
      const { data, errors } = await content().ask(SEARCH, { text: '露营', first: 4, after }, 'viewer-paging');
      expect(errors).toEqual([]);
      expect(data.search.id).toBe(whole.data.search.id);
      ids.push(...data.search.notes.nodes.map((note: { id: string }) => note.id));
      if (!data.search.notes.pageInfo.hasNextPage) break;
      after = data.search.notes.pageInfo.endCursor;
      // A new note makes every term of it more frequent; a loved one would now stand before all.
      await addNotes(db, { id: `note_new_${page}`, title: '露营 露营 冲锋衣', body: '露营', like_count: 9_000_000 });
      await db
        .updateTable('notes')
        .set({ like_count: 1_000_000 })
        .where('id', '=', `note_camp_${page + 1}`)
        .execute();
    }
    expect(ids.filter((id) => !id.startsWith('note_new_'))).toEqual(expected);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('several searches asked for at once each have their own notes', async () => {
    const ids = await Promise.all(
      ['冲锋衣', '跑鞋', 'zzzz'].map(async (text) => (await content().ask(SEARCH, { text, first: 1 })).data.search.id),
    );
    const { data } = await content().ask(
      'query($ids: [ID!]!) { nodes(ids: $ids) { ... on Search { text notes(first: 1) { nodes { id } } } } }',
      { ids },
    );
    expect(data.nodes).toEqual([
      { text: '冲锋衣', notes: { nodes: [{ id: expect.stringMatching(/^note_(jacket|new)/) }] } },
      { text: '跑鞋', notes: { nodes: [{ id: 'note_shoe' }] } },
      { text: 'zzzz', notes: { nodes: [] } },
    ]);
  });

  test('pages go on for who has no name, whose every request is a search of its own; not into another text', async () => {
    const page = async (text: string, after?: string) =>
      (await content().ask(SEARCH, { text, first: 1, after })) as never as {
        data: { search: { id: string; notes: { nodes: { id: string }[]; pageInfo: { endCursor: string } } } };
        errors: readonly { path?: readonly unknown[]; extensions: object }[];
      };
    const first = (await page('露营')).data.search;
    const second = (await page('露营', first.notes.pageInfo.endCursor)).data.search;
    expect(second.id).not.toBe(first.id);
    expect(second.notes.nodes).not.toEqual(first.notes.nodes);
    const { errors } = await page('防晒', first.notes.pageInfo.endCursor);
    expect(errors).toMatchObject([{ path: ['search', 'notes'], extensions: { code: 'CURSOR_INVALID' } }]);
  });
});
