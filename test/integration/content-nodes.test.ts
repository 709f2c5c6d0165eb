import { describe, expect, test } from 'vitest';
import { useContent } from '../kit/content.ts';
import { addAuthors, addCommentsTo, addLinks, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const NODES = 'query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

describeOnDatabases('content by global id', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(db, { id: 'author_1', name: '露露' });
    await addNotes(db, { id: 'note_1', title: '早八' }, { id: 'note_2' });
    await addCommentsTo(db, 'note_1', { id: 'comment_1', body: '求链接' });
    await addLinks(db, { id: 'link_1', note_id: 'note_1', product_id: 'product_9', label: '同款' });
  });

  test('an id tells its type by its prefix', async () => {
    const { data, errors } = await content().ask(NODES, {
      ids: ['comment_1', 'note_1', 'link_1', 'author_1', 'product_9', 'shop_3'],
    });
    expect(errors).toEqual([]);
    expect(data.nodes).toEqual([
      { __typename: 'Comment', id: 'comment_1' },
      { __typename: 'Note', id: 'note_1' },
      { __typename: 'ProductLink', id: 'link_1' },
      { __typename: 'Author', id: 'author_1' },
      { __typename: 'Product', id: 'product_9' },
      { __typename: 'Shop', id: 'shop_3' },
    ]);
  });

  test('a search is found by its own id', async () => {
    const { data } = await content().ask('{ search(text: "早八") { id } }');
    const again = await content().ask(
      'query($id: ID!) { node(id: $id) { ... on Search { text terms origin searchedAt } } }',
      {
        id: data.search.id,
      },
    );
    expect(again.data.node).toEqual({
      text: '早八',
      terms: ['早八'],
      origin: 'USER',
      searchedAt: '2025-05-07T04:00:00.000Z',
    });
  });

  test('nodes keep the order asked for, with null where there is none, and answer an id twice', async () => {
    const { data, errors } = await content().ask(NODES, { ids: ['note_2', 'note_404', 'note_1', 'note_2'] });
    expect(errors).toEqual([]);
    expect(data.nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual([
      'note_2',
      null,
      'note_1',
      'note_2',
    ]);
  });

  test('an id that is none costs only its own place', async () => {
    for (const ids of [
      ['note_1', 'order_1', 'note_2'],
      ['note_1', 'nonsense'],
    ]) {
      // Twice: the second run is compiled.
      for (const _run of [1, 2]) {
        const { data, errors } = await content().ask(NODES, { ids });
        expect(data.nodes).toHaveLength(ids.length);
        expect(data.nodes[1]).toBeNull();
        expect(errors).toMatchObject([{ path: ['nodes', 1], extensions: { code: 'ID_INVALID' } }]);
      }
    }
  });

  describe('asked for by the gateway', () => {
    const ENTITIES = `query($them: [_Any!]!) { _entities(representations: $them) {
      __typename ... on Note { title } ... on Author { name } ... on ProductLink { label } ... on Comment { body }
      ... on Product { id linking: notes { nodes { id } } } ... on Search { text } } }`;

    test('each type is loaded by its key, in order; where there is none, NOT_FOUND says so', async () => {
      const { data: found } = await content().ask('{ search(text: "早八") { id } }');
      const { data, errors } = await content().ask(ENTITIES, {
        them: [
          { __typename: 'Product', id: 'product_9' },
          { __typename: 'Note', id: 'note_1' },
          { __typename: 'Note', id: 'note_404' },
          { __typename: 'Author', id: 'author_1' },
          { __typename: 'Comment', id: 'comment_1' },
          { __typename: 'ProductLink', id: 'link_1' },
          { __typename: 'Search', id: found.search.id },
          { __typename: 'Product', id: 'product_404' },
        ],
      });
      expect(errors).toMatchObject([{ path: ['_entities', 2], extensions: { code: 'NOT_FOUND' } }]);
      expect(data._entities).toEqual([
        { __typename: 'Product', id: 'product_9', linking: { nodes: [{ id: 'note_1' }] } },
        { __typename: 'Note', title: '早八' },
        null,
        { __typename: 'Author', name: '露露' },
        { __typename: 'Comment', body: '求链接' },
        { __typename: 'ProductLink', label: '同款' },
        { __typename: 'Search', text: '早八' },
        { __typename: 'Product', id: 'product_404', linking: { nodes: [] } },
      ]);
    });
  });
});
