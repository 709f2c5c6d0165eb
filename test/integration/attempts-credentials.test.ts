import { describe, expect, test, vi } from 'vitest';
import { revokeKeys } from '../../gateway/commands/clients/change-clients.ts';
import { type Attempts, attempts, bearer, type Headers, OWN, READER, type Sent } from '../kit/attempts.ts';
import { signature } from '../kit/clients.ts';
import { SECRET } from '../kit/secrets.ts';

let world: Attempts;
attempts((started) => {
  world = started;
});

function unsigned(alg: string, claims: object): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const times = { exp: Math.floor(Date.now() / 1000) + 600, iss: 'https://id.example', aud: 'redcat' };
  return `${encode({ alg, typ: 'JWT' })}.${encode({ ...times, ...claims })}.`;
}

describe('with a wrong credential', () => {
  const tried: Record<string, [sent: () => Sent, code: string]> = {
    'a key that nobody has': [
      () => ({ headers: [['x-api-key', `rck_${'0'.repeat(16)}_${'a'.repeat(43)}`]] }),
      'CREDENTIAL_REFUSED',
    ],
    'the id of a key with another secret': [
      () => ({ headers: [['x-api-key', world.shown.partner.slice(0, -43) + 'a'.repeat(43)]] }),
      'CREDENTIAL_REFUSED',
    ],
    'an expired token': [
      () => ({ headers: bearer(world.issuer.token({ ...READER, exp: 1_700_000_000 })) }),
      'CREDENTIAL_EXPIRED',
    ],
    'a token that is not valid yet': [
      () => ({ headers: bearer(world.issuer.token({ ...READER, nbf: Date.now() })) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token without an end': [
      () => ({ headers: bearer(world.issuer.token({ ...READER, exp: undefined })) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token for another audience': [
      () => ({ headers: bearer(world.issuer.token({ ...READER, aud: 'another' })) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token from another issuer': [
      () => ({ headers: bearer(world.issuer.token({ ...READER, iss: 'https://evil.example' })) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token with alg none': [() => ({ headers: bearer(unsigned('none', READER)) }), 'CREDENTIAL_REFUSED'],
    'a token with a shared secret': [
      () => ({ headers: bearer(`${unsigned('HS256', READER)}${'a'.repeat(43)}`) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token whose scopes were changed': [
      () => {
        const [head, , end] = world.issuer.token({ sub: 'reader' }).split('.');
        return { headers: bearer(`${head}.${world.issuer.token(READER).split('.')[1]}.${end}`) };
      },
      'CREDENTIAL_REFUSED',
    ],
    'two credentials': [
      () => ({ headers: [...bearer(world.issuer.token(READER)), ['x-api-key', world.shown.partner]] }),
      'CREDENTIAL_REFUSED',
    ],
    'a key of a client that signs, unsigned': [
      () => ({ headers: [['x-api-key', world.shown.signing]] }),
      'SIGNATURE_REFUSED',
    ],
    'a signature of another body': [() => ({ headers: signedFor('{ open }') }), 'SIGNATURE_REFUSED'],
    'a signature of another path': [() => ({ headers: signedFor(OWN, '/op/Other') }), 'SIGNATURE_REFUSED'],
    'a signature of long ago': [
      () => ({ headers: signedFor(OWN, '/graphql', Date.now() - 120_000) }),
      'SIGNATURE_REFUSED',
    ],
  };

  function signedFor(query: string, path = '/graphql', time = Date.now()): Headers {
    const signed = signature(world.shown.secret, 'POST', path, JSON.stringify({ query }), time);
    return [
      ['x-api-key', world.shown.signing],
      ['x-redcat-signature', signed],
    ];
  }

  for (const [what, [sent, code]] of Object.entries(tried)) {
    test(what, async () => {
      const { status, text } = await world.send(sent());
      expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([401, code]);
      world.expectNothingTold(text);
      expect(world.asked()).toBe(0);
    });
  }

  test('a signature that was used before', async () => {
    const headers = signedFor(OWN);
    expect((await world.send({ headers })).text).toContain(SECRET);
    world.forget();
    const { status, text } = await world.send({ headers });
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([401, 'SIGNATURE_REFUSED']);
    world.expectNothingTold(text);
  });

  test('a revoked key', async () => {
    const headers: Headers = [['x-api-key', world.shown.revoked]];
    expect((await world.send({ headers })).text).toContain(SECRET);
    await revokeKeys(world.keys.store, 'revoked', {});
    await vi.waitFor(async () => expect((await world.send({ headers })).status).toBe(401), 10_000);
    world.forget();
    const { text } = await world.send({ headers });
    expect(JSON.parse(text).errors[0].extensions.code).toBe('CREDENTIAL_REFUSED');
    world.expectNothingTold(text);
  });
});
