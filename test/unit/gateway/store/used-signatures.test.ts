import { createHash } from 'node:crypto';
import { describe, expect, inject, test, vi } from 'vitest';
import { RequestSignatures } from '../../../../gateway/clients/signing/request-signatures.ts';
import { postgresUsedSignatures } from '../../../../gateway/store/postgres-used-signatures.ts';
import { redisUsedSignatures } from '../../../../gateway/store/redis-used-signatures.ts';
import { signature } from '../../../kit/clients.ts';
import { createDatabase } from '../../../kit/postgres.ts';
import { describeOnRedis, startRedis } from '../../../kit/redis.ts';

const postgresUrl = inject('postgresUrl');
const WAIT = { timeout: 10_000, interval: 30 };
const SECRET = Buffer.alloc(32, 7);

describe.skipIf(postgresUrl === null)('signatures in PostgreSQL', () => {
  test('are used once among several gateways', async () => {
    const { url, drop } = await createDatabase(postgresUrl ?? '');
    const gateways = [postgresUsedSignatures(url), postgresUsedSignatures(url), postgresUsedSignatures(url)];
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
    const shared = postgresUsedSignatures('postgres://nobody@127.0.0.1:1/none');
    const headers = { 'x-redcat-signature': signature(SECRET.toString('base64url'), 'GET', '/', '') };
    const request = { method: 'GET', path: '/', body: Buffer.alloc(0), headers };
    await expect(new RequestSignatures(shared).check('a', SECRET, request)).rejects.toMatchObject({
      code: 'CREDENTIALS_UNAVAILABLE',
    });
    await shared.close();
  });
});

describeOnRedis('signatures in Redis', () => {
  test('are used once among several gateways, also when Redis was gone and came back empty', async () => {
    await using redis = await startRedis();
    const gateways = [redisUsedSignatures(redis.url), redisUsedSignatures(redis.url)];
    const checks = gateways.map((shared) => new RequestSignatures(shared));
    const request = (time?: number) => ({
      method: 'POST',
      path: '/op/A',
      body: Buffer.from('{}'),
      headers: { 'x-redcat-signature': signature(SECRET.toString('base64url'), 'POST', '/op/A', '{}', time) },
    });
    /** What each gateway says, the code of its refusal or nothing. */
    const told = async (given: ReturnType<typeof request>) =>
      Promise.all(
        checks.map(async (each) => {
          try {
            await each.check('a', SECRET, given);
            return 'taken';
          } catch (error) {
            return (error as { code: string }).code;
          }
        }),
      );
    const connected = () =>
      vi.waitFor(async () => expect((await told(request())).sort()).toEqual(['SIGNATURE_REFUSED', 'taken']), WAIT);
    await connected();
    const old = request(Date.now() + 1);
    expect((await told(old)).sort()).toEqual(['SIGNATURE_REFUSED', 'taken']);
    await redis.kill();
    const lost = request(Date.now() + 2);
    expect(await told(lost)).toEqual(['CREDENTIALS_UNAVAILABLE', 'CREDENTIALS_UNAVAILABLE']);
    await redis.restart();
    await connected();
    expect(await told(old)).toEqual(['SIGNATURE_REFUSED', 'SIGNATURE_REFUSED']);
    await Promise.all(gateways.map((each) => each.close()));
  });
});
