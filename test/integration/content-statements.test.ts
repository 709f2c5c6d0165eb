import { expect, test } from 'vitest';
import { useContent } from '../kit/content.ts';
import { addAuthors, addCommentsTo, addLinks, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

/** Everything that a note leads to, connections with arguments and figures of a range too. */
const NOTE_FIELDS = `
  id title author { name notes(first: 3) { nodes { id author { id } } } }
  all: engagement { reads freshness { asOf finality } }
  week: engagement(range: { from: "2025-05-01", to: "2025-05-07" }) { reads freshness { asOf finality } }
  comments(first: 2) { nodes { body author { name } } }
  requests: comments(first: 2, intent: LINK_REQUEST) { nodes { body } }
  linkDemand { score topTerms freshness { asOf } }
  weekDemand: linkDemand(range: { from: "2025-05-01", to: "2025-05-07" }) { score topTerms }
  productLinks(first: 5) { totalCount nodes { id note { title } product { id notes(first: 4) { nodes { id title } } } } }
`;

describeOnDatabases('content, counted in statements', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(db, { id: 'author_1' }, { id: 'author_2' });
    for (let n = 1; n <= 25; n += 1) {
      const id = `note_${n}`;
      // The first five notes have one link each, the others five.
      const links = Array.from({ length: n <= 5 ? 1 : 5 }, (_, index) => ({
        id: `link_${n}_${index}`,
        note_id: id,
        product_id: `product_${(n + index) % 7}`,
      }));
      await addNotes(db, { id, title: `露营 ${n}`, author_id: `author_${(n % 2) + 1}`, read_count: n });
      await addCommentsTo(db, id, { id: `comment_${n}_a`, body: '求链接' }, { id: `comment_${n}_b`, body: '好看' });
      await addLinks(db, ...links);
    }
  });

  /** How many statements an operation costs. */
  async function statementsOf(query: string, variables: object): Promise<number> {
    content().statements.length = 0;
    const { errors } = await content().ask(query, variables);
    expect(errors).toEqual([]);
    return content().statements.length;
  }

  test('a page of notes costs no more for 20 notes with 5 links each than for one note with one', async () => {
    const query = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Note { ${NOTE_FIELDS} } } }`;
    const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => `note_${from + index}`);
    const cost = await statementsOf(query, { ids: ids(1, 1) });
    expect(await statementsOf(query, { ids: ids(6, 1) })).toBeLessThanOrEqual(cost);
    expect(await statementsOf(query, { ids: ids(1, 5) })).toBeLessThanOrEqual(cost);
    expect(await statementsOf(query, { ids: ids(6, 5) })).toBeLessThanOrEqual(cost);
    expect(await statementsOf(query, { ids: ids(6, 20) })).toBeLessThanOrEqual(cost);
  });

  test('a list of notes, and one that a search found, cost no more for a longer page', async () => {
    for (const [field, args] of [
      ['notes', '(first: $first)'],
      ['search(text: "露营") { notes', '(first: $first)'],
    ] as const) {
      const close = field.includes('{') ? ' }' : '';
      const query = `query($first: Int!) { ${field}${args} { nodes { ${NOTE_FIELDS} } } ${close} }`;
      const cost = await statementsOf(query, { first: 1 });
      expect(await statementsOf(query, { first: 5 })).toBeLessThanOrEqual(cost);
      expect(await statementsOf(query, { first: 20 })).toBeLessThanOrEqual(cost);
    }
  });

  test('entities asked for by the gateway cost no more for a greater number of each type', async () => {
    const query = `query($them: [_Any!]!) { _entities(representations: $them) {
      ... on Note { ${NOTE_FIELDS} } ... on Author { notes(first: 2) { nodes { id } } }
      ... on Product { linking: notes(first: 2) { nodes { id } } } ... on ProductLink { label note { title } } } }`;
    const them = (count: number) =>
      Array.from({ length: count }, (_, index) => [
        { __typename: 'Note', id: `note_${index + 6}` },
        { __typename: 'Author', id: `author_${(index % 2) + 1}` },
        { __typename: 'Product', id: `product_${index % 7}` },
        { __typename: 'ProductLink', id: `link_${index + 6}_0` },
      ]).flat();
    const cost = await statementsOf(query, { them: them(1) });
    expect(await statementsOf(query, { them: them(5) })).toBeLessThanOrEqual(cost);
    expect(await statementsOf(query, { them: them(19) })).toBeLessThanOrEqual(cost);
  });

  test('a note with its links is a few reads by index', async () => {
    const query = `{ note(id: "note_9") { title author { name } productLinks(first: 5) { totalCount nodes { id product { id } } } } }`;
    expect(await statementsOf(query, {})).toBe(3);
    expect(await statementsOf(query.replace('first: 5', 'first: 1'), {})).toBe(4);
  });
});
