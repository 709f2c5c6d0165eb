import { createHash } from 'node:crypto';
import { describe, expect, inject, test } from 'vitest';
import { RequestSignatures } from '../../../../gateway/clients/signing/request-signatures.ts';
import { usedSignatures } from '../../../../gateway/store/used-signatures.ts';
import { signature } from '../../../kit/clients.ts';
import { createDatabase } from '../../../kit/postgres.ts';

const postgresUrl = inject('postgresUrl');
const SECRET = Buffer.alloc(32, 7);

describe.skipIf(postgresUrl === null)('signatures in PostgreSQL', () => {
  test('are used once among several gateways', async () => {
    const { url, drop } = await createDatabase(postgresUrl ?? '');
    const gateways = [usedSignatures(url), usedSignatures(url), usedSignatures(url)];
    const used = (text: string, holdsFor: number) =>
      Promise.all(gateways.map((each) => each.use(createHash('sha256').update(text).digest(), holdsFor)));
    for (const text of ['first', 'second']) expect((await used(text, 60_000)).filter(Boolean)).toHaveLength(1);
    const [one, other] = gateways.map((shared) => new RequestSignatures(shared));
    const request = {
      method: 'POST',
      path: '/op/A',
      body: Buffer.from('{}'),
      headers: { 'x-redcat-signature': signature(SECRET.toString('base64url'), 'POST', '/op/A', '{}') },
    };
    await one?.check('a', SECRET, request);
    await expect(other?.check('a', SECRET, request)).rejects.toMatchObject({ code: 'SIGNATURE_REFUSED' });
    await Promise.all(gateways.map((each) => each.close()));
    await drop();
  });

  test('are refused where nobody can say whether they were used', async () => {
    const shared = usedSignatures('postgres://nobody@127.0.0.1:1/none');
    const headers = { 'x-redcat-signature': signature(SECRET.toString('base64url'), 'GET', '/', '') };
    const request = { method: 'GET', path: '/', body: Buffer.alloc(0), headers };
    await expect(new RequestSignatures(shared).check('a', SECRET, request)).rejects.toMatchObject({
      code: 'CREDENTIALS_UNAVAILABLE',
    });
    await shared.close();
  });
});
