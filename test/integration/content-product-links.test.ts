import { expect, test } from 'vitest';
import { useContent } from '../kit/content.ts';
import { addAuthors, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const ATTACH = `mutation($input: ProductLinkAttachInput!) { productLinkAttach(input: $input) {
  productLink { id label placement position status attachedAt product { id } note { id productLinks { totalCount nodes { id } } } }
  userErrors { field code message } } }`;
const REMOVE = `mutation($id: ID!) { productLinkRemove(input: { productLinkId: $id }) {
  productLink { id status note { productLinks { totalCount } } } userErrors { field code } } }`;
const CARDS = `query($id: ID!, $first: Int!, $after: String) { note(id: $id) { productLinks(first: $first, after: $after) {
  totalCount nodes { id position product { id } } pageInfo { hasNextPage endCursor } } } }`;

describeOnDatabases('product links', (fresh) => {
  let made = 0;
  const content = useContent(fresh, ({ db }) => addAuthors(db, { id: 'author_1' }), { CONTENT_LINKS_PER_NOTE: '5' });

  /** A note of a test's own. */
  async function newNote(): Promise<string> {
    made += 1;
    await addNotes(content().db, { id: `note_${made}` });
    return `note_${made}`;
  }

  const attach = async (input: object) => {
    const { data, errors } = await content().ask(ATTACH, { input });
    expect(errors).toEqual([]);
    return data.productLinkAttach;
  };

  test('an attached link stands under its note at once, active, at the end of the cards', async () => {
    const noteId = await newNote();
    const first = await attach({ noteId, productId: 'product_1', label: ' 同款外套 ' });
    expect(first).toEqual({
      productLink: {
        id: expect.stringMatching(/^link_[\w-]{22}$/),
        label: '同款外套',
        placement: 'BELOW_NOTE',
        position: 1,
        status: 'ACTIVE',
        attachedAt: '2025-05-07T04:00:00.000Z',
        product: { id: 'product_1' },
        note: { id: noteId, productLinks: { totalCount: 1, nodes: [{ id: first.productLink.id }] } },
      },
      userErrors: [],
    });
    const second = await attach({ noteId, productId: 'product_2', placement: 'IMAGE_TAG', label: '  ' });
    expect(second.productLink).toMatchObject({ position: 2, label: null, note: { productLinks: { totalCount: 2 } } });
  });

  test('the same note, product and placement again is the link that is there', async () => {
    const noteId = await newNote();
    const first = await attach({ noteId, productId: 'product_1' });
    const again = await attach({ noteId, productId: 'product_1', placement: 'BELOW_NOTE', label: 'other' });
    expect(again.productLink).toEqual(first.productLink);
    const elsewhere = await attach({ noteId, productId: 'product_1', placement: 'COMMENT' });
    expect(elsewhere.productLink.id).not.toBe(first.productLink.id);
  });

  test('requests at the same time attach one link, and never two at one place', async () => {
    const noteId = await newNote();
    const same = await Promise.all(Array.from({ length: 8 }, () => attach({ noteId, productId: 'product_1' })));
    expect(new Set(same.map(({ productLink }) => productLink.id)).size).toBe(1);
    const others = await Promise.all(
      Array.from({ length: 4 }, (_, n) => attach({ noteId, productId: `product_other_${n}` })),
    );
    expect(others.map(({ productLink }) => productLink.position).sort()).toEqual([2, 3, 4, 5]);
  });

  test('a removed link is gone from the note, stays by its id, and may be removed again', async () => {
    const noteId = await newNote();
    const { productLink } = await attach({ noteId, productId: 'product_1' });
    for (const _time of [1, 2]) {
      const { data } = await content().ask(REMOVE, { id: productLink.id });
      expect(data.productLinkRemove).toEqual({
        productLink: { id: productLink.id, status: 'REMOVED', note: { productLinks: { totalCount: 0 } } },
        userErrors: [],
      });
    }
    const { data } = await content().ask('query($id: ID!) { node(id: $id) { ... on ProductLink { status } } }', {
      id: productLink.id,
    });
    expect(data.node).toEqual({ status: 'REMOVED' });
    const again = await attach({ noteId, productId: 'product_1' });
    expect(again.productLink.id).not.toBe(productLink.id);
  });

  test('what follows a mutation in the same request reads what it wrote', async () => {
    const noteId = await newNote();
    const { data } = await content().ask(
      `mutation($noteId: ID!) {
        a: productLinkAttach(input: { noteId: $noteId, productId: "product_1" }) { productLink { note { productLinks { totalCount } } } }
        b: productLinkAttach(input: { noteId: $noteId, productId: "product_2" }) { productLink { note { productLinks { totalCount } } } }
      }`,
      { noteId },
    );
    expect(data.a.productLink.note.productLinks.totalCount).toBe(1);
    expect(data.b.productLink.note.productLinks.totalCount).toBe(2);
  });

  test('what the caller must change is told by field and stable code', async () => {
    const noteId = await newNote();
    const refusals: [object, object[]][] = [
      [{ noteId: 'note_404', productId: 'product_1' }, [{ field: ['noteId'], code: 'NOTE_NOT_FOUND' }]],
      [{ noteId, productId: 'shop_1' }, [{ field: ['productId'], code: 'ID_INVALID' }]],
      [{ noteId, productId: 'product_1', label: '长'.repeat(41) }, [{ field: ['label'], code: 'LABEL_INVALID' }]],
      [{ noteId, productId: 'product_1', label: 'a\u0000b' }, [{ field: ['label'], code: 'LABEL_INVALID' }]],
      [
        { noteId: '', productId: '' },
        [
          { field: ['noteId'], code: 'ID_INVALID' },
          { field: ['productId'], code: 'ID_INVALID' },
        ],
      ],
    ];
    for (const [input, userErrors] of refusals) {
      expect(await attach(input)).toMatchObject({ productLink: null, userErrors });
    }
    for (let n = 0; n < 5; n += 1) await attach({ noteId, productId: `product_${n}` });
    expect(await attach({ noteId, productId: 'product_5' })).toMatchObject({
      productLink: null,
      userErrors: [{ field: ['noteId'], code: 'LINKS_TOO_MANY', message: expect.stringContaining('5') }],
    });
    for (const [id, code] of [
      ['link_404', 'LINK_NOT_FOUND'],
      ['note_1', 'ID_INVALID'],
    ]) {
      const { data } = await content().ask(REMOVE, { id });
      expect(data.productLinkRemove).toEqual({ productLink: null, userErrors: [{ field: ['productLinkId'], code }] });
    }
  });

  test('a label of 40 characters fits, however many bytes they take', async () => {
    const label = '🐱'.repeat(40);
    const { productLink } = await attach({ noteId: await newNote(), productId: 'product_1', label });
    expect(productLink.label).toBe(label);
  });

  test('the cards of a note are paged in their places', async () => {
    const noteId = await newNote();
    for (let n = 0; n < 5; n += 1) await attach({ noteId, productId: `product_${n}` });
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data } = await content().ask(CARDS, { id: noteId, first: 2, after });
      const { nodes, totalCount, pageInfo } = data.note.productLinks;
      expect(totalCount).toBe(5);
      seen.push(...nodes.map((node: { product: { id: string } }) => node.product.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(['product_0', 'product_1', 'product_2', 'product_3', 'product_4']);
  });
});
