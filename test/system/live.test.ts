import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { NotePageDocument, ProductLinkOpenDocument } from '../../schema/generated/operations.ts';
import { ask } from '../kit/ask.ts';
import { describeOnSystems } from '../kit/describe-systems.ts';
import { liveClients } from '../kit/live-clients.ts';
import type { TestSystem } from '../kit/test-system.ts';

const WAIT = { timeout: 30_000, interval: 50 };
const query = readFileSync('schema/operations/frontend/NoteConversionLive.graphql', 'utf8');

/** What one message says of the note. */
interface Told {
  readonly data: {
    readonly noteConversionUpdated: {
      readonly title: string;
      readonly author: { readonly name: string };
      readonly conversion: { readonly linkClicks: number };
    };
  };
}

describeOnSystems('a note’s figures, live through the gateway', (start) => {
  let system: TestSystem;
  let link = '';
  let note: { title: string; author: { name: string } };

  beforeAll(async () => {
    system = await start();
    const { data } = await ask(system.urls.gateway, NotePageDocument, { id: 'note_1' });
    link = data.note?.productLinks.nodes.find(({ product }) => product)?.id ?? '';
    note = { title: data.note?.title ?? '', author: { name: data.note?.author?.name ?? '' } };
  });

  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
  });

  for (const [name, subscribe] of Object.entries(liveClients(() => system.urls.gateway))) {
    it(`${name}: a tap is seen with the note’s title and author from content`, async () => {
      const told: Told[] = [];
      const faults: unknown[] = [];
      const leave = subscribe(
        { query, variables: { noteId: 'note_1' } },
        (result) => told.push(result as Told),
        (error) => faults.push(error),
      );
      const clicks = () => told.at(-1)?.data.noteConversionUpdated.conversion.linkClicks ?? 0;
      await vi.waitFor(() => expect([told.length > 0, faults]).toEqual([true, []]), WAIT);
      const before = clicks();
      const opened = await ask(system.urls.gateway, ProductLinkOpenDocument, { productLinkId: link });
      expect(opened.errors).toEqual([]);
      await vi.waitFor(() => expect(clicks()).toBe(before + 1), WAIT);
      expect(told.at(-1)?.data.noteConversionUpdated).toMatchObject(note);
      expect(faults).toEqual([]);
      await leave();
    });
  }
});
