import { expect, test } from 'vitest';
import { setConsent } from '../../subgraphs/content/store/consents.ts';
import { useContent } from '../kit/content.ts';
import { addAuthors, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const person = Buffer.alloc(32, 7);

describeOnDatabases('what rules read from a note', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(
      db,
      { id: 'author_1', person },
      { id: 'author_2' },
      { id: 'author_3', kind: 'BRAND', name: '云霁里官方' },
    );
    await addNotes(
      db,
      { id: 'note_1', title: '云霁里防晒霜空瓶记', body: '认真用了30天,清爽不拔干。' },
      { id: 'note_2', author_id: 'author_2', title: '露营', body: '露营带什么?' },
    );
  });
  const says = (granted: boolean) =>
    setConsent(content().db, { person, purpose: 'AI_TRAINING', granted, changedAt: content().now });
  const shown = async () => {
    const { data, errors } = await content().ask(
      '{ nodes(ids: ["note_1", "note_2"]) { ... on Note { features { keywords brands sentiment firstHand modelVersion } } } }',
    );
    expect(errors).toEqual([]);
    return data.nodes.map(({ features }: { features: unknown }) => features);
  };

  test('is told while its author agrees to it, and of nobody who was not asked', async () => {
    expect(await shown()).toEqual([null, null]);
    await says(true);
    const [features, other] = await shown();
    expect(other).toBeNull();
    expect(features).toEqual({
      keywords: expect.arrayContaining(['防晒霜']),
      brands: ['云霁里'],
      sentiment: '1.00',
      firstHand: '0.75',
      modelVersion: 'rules-1',
    });
    await says(false);
    expect(await shown()).toEqual([null, null]);
  });

  test('takes as many statements for many notes as for one', async () => {
    await says(true);
    await shown();
    content().statements.length = 0;
    await shown();
    const all = content().statements.length;
    content().statements.length = 0;
    await content().ask('{ nodes(ids: ["note_1"]) { ... on Note { features { keywords } } } }');
    expect(content().statements).toHaveLength(all);
  });
});
