import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { LinkChange } from '../../subgraphs/content/store/link-feed.ts';
import { holdLinkFeed } from '../../subgraphs/content/store/link-feed.ts';
import { useContent } from '../kit/content.ts';
import { addAuthors, addLinks, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const ATTACH = `mutation($note: ID!, $product: ID!) { productLinkAttach(input: { noteId: $note, productId: $product }) {
  productLink { id } } }`;
const REMOVE = 'mutation($id: ID!) { productLinkRemove(input: { productLinkId: $id }) { productLink { id } } }';

describeOnDatabases('the feed of product links', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(db, { id: 'author_1' }, { id: 'author_2' });
    await addNotes(db, { id: 'note_1', author_id: 'author_2' }, { id: 'note_2' });
    await addLinks(db, { id: 'link_loaded', note_id: 'note_1', product_id: 'product_0' });
  });

  async function read(after: number, limit: number): Promise<{ links: LinkChange[]; next: number }> {
    const response = await fetch(`${content().url}/feed/product-links?after=${after}&limit=${limit}`);
    expect(response.status).toBe(200);
    return (await response.json()) as { links: LinkChange[]; next: number };
  }

  async function attach(note: string, product: string): Promise<string> {
    const { data } = await content().ask(ATTACH, { note, product });
    return data.productLinkAttach.productLink.id;
  }

  test('tells each link with its note, product, author and status, in the order of its last change', async () => {
    const second = await attach('note_2', 'product_1');
    const before = await read(0, 100);
    expect(before.links).toEqual([
      {
        position: expect.any(Number),
        linkId: 'link_loaded',
        noteId: 'note_1',
        productId: 'product_0',
        authorId: 'author_2',
        status: 'ACTIVE',
      },
      expect.objectContaining({ linkId: second, noteId: 'note_2', authorId: 'author_1', status: 'ACTIVE' }),
    ]);
    expect(before.next).toBe(before.links[1]?.position);
    await content().ask(REMOVE, { id: 'link_loaded' });
    const after = await read(before.next, 100);
    expect(after.links).toMatchObject([{ linkId: 'link_loaded', status: 'REMOVED' }]);
    expect(await read(after.next, 100)).toEqual({ links: [], next: after.next });
  });

  test('read in steps of any size, it is the same', async () => {
    for (let n = 2; n < 7; n += 1) await attach('note_2', `product_${n}`);
    const whole = await read(0, 1000);
    const steps: LinkChange[] = [];
    for (let next = 0; ; ) {
      const step = await read(next, 2);
      if (step.links.length === 0) break;
      steps.push(...step.links);
      next = step.next;
    }
    expect(steps).toEqual(whole.links);
  });

  test('a reader never passes a link that commits later', async () => {
    const { next: start } = await read(0, 1000);
    // Taken first, committed last: who comes after waits for it.
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const { db } = content();
    const slow = db.transaction().execute(async (transaction) => {
      await holdLinkFeed(transaction);
      await transaction
        .insertInto('product_links')
        .values({
          id: 'link_slow',
          note_id: 'note_1',
          product_id: 'product_slow',
          label: null,
          placement: 'COMMENT',
          position: 50,
          status: 'ACTIVE',
          attached_at: new Date(),
        })
        .execute();
      await held;
    });
    const quick = attach('note_1', 'product_quick');
    await sleep(100);
    commit();
    await slow;
    const quickId = await quick;
    const { links } = await read(start, 1000);
    expect(links.map(({ linkId }) => linkId)).toEqual(['link_slow', quickId]);
  });

  test('a reader that polls while many write ends with every link', async () => {
    await addNotes(content().db, ...Array.from({ length: 10 }, (_, n) => ({ id: `note_many_${n}` })));
    const seen = new Map<string, string>();
    let writing = true;
    const reader = (async () => {
      for (let next = 0; ; ) {
        const last = !writing;
        const { links, next: further } = await read(next, 7);
        for (const link of links) seen.set(link.linkId, link.status);
        next = further;
        if (last && links.length === 0) return;
      }
    })();
    const written = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const id = await attach(`note_many_${n % 10}`, `product_${n}`);
        if (n % 3 === 0) await content().ask(REMOVE, { id });
        return [id, n % 3 === 0 ? 'REMOVED' : 'ACTIVE'] as const;
      }),
    );
    writing = false;
    await reader;
    for (const [id, status] of written) expect(seen.get(id)).toBe(status);
  });

  test('what is no position or no limit is refused', async () => {
    for (const query of [
      'after=x',
      'after=-1',
      'after=1.5',
      'limit=0',
      'limit=1001',
      'after=99999999999999999',
      'limit=a',
    ]) {
      const response = await fetch(`${content().url}/feed/product-links?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'ARGUMENT_INVALID' });
    }
  });
});
