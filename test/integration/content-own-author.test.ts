import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { ANONYMOUS, type Client, grantsOf } from '../../gateway/clients/client.ts';
import { useContent } from '../kit/content.ts';
import { addAuthors, addNotes } from '../kit/content-rows.ts';
import { createPGlite } from '../kit/pglite-template.ts';

const key = claimsKeyOf(generateKeyPairSync('ed25519').privateKey);
const minter = new ClaimsMinter(key);

const content = useContent(
  async () => ({ pglite: await createPGlite() }),
  async ({ db }) => {
    await addAuthors(db, { id: 'author_1' });
    await addNotes(db, { id: 'note_1', author_id: 'author_1' });
  },
  { CONTENT_CLAIMS_KEYS: JSON.stringify({ keys: [key.publicJwk] }) },
);

/** Somebody who acts for these authors. */
function acting(...authors: string[]): Client {
  const rows = { own_author: authors };
  return { ...ANONYMOUS, kind: 'viewer', name: 'app', grants: grantsOf(['link:write'], rows), rows };
}

async function change(client: Client, field: string, input: object) {
  const kind = field === 'productLinkAttach' ? 'ProductLinkAttachInput' : 'ProductLinkRemoveInput';
  const query = `mutation($input: ${kind}!) { ${field}(input: $input) { productLink { id } userErrors { field code } } }`;
  const response = await fetch(`${content().url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-redcat-claims': minter.claimsOf(client).tokenFor('content'),
    },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return ((await response.json()) as { data: Record<string, { productLink: { id: string } | null }> }).data[field];
}

test('links are attached and removed under the notes of one’s own authors alone', async () => {
  const input = { noteId: 'note_1', productId: 'product_1' };
  const forbidden = (field: string) => ({
    productLink: null,
    userErrors: [{ field: [field], code: 'NOTE_FORBIDDEN' }],
  });
  expect(await change(acting('author_2'), 'productLinkAttach', input)).toEqual(forbidden('noteId'));
  const attached = await change(acting('author_2', 'author_1'), 'productLinkAttach', input);
  expect(attached).toMatchObject({ productLink: {}, userErrors: [] });
  const productLinkId = attached?.productLink?.id;
  expect(await change(acting(), 'productLinkRemove', { productLinkId })).toEqual(forbidden('productLinkId'));
  expect(await change(acting('author_1'), 'productLinkRemove', { productLinkId })).toMatchObject({ userErrors: [] });
});
