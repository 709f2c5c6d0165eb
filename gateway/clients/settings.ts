import { z } from 'zod';
import { oneOf, type Setting, wholeNumber } from '../../settings/settings.ts';
import { pairs } from '../settings/pairs.ts';
import { LEVELS, type Level } from './level.ts';

const LOOPBACK_URL = /^http:\/\/(localhost|\[::1\]|127\.\d+\.\d+\.\d+)([:/]|$)/;

/** What a forwarded path asks of callers, beside a scope. */
const FORWARD_WORDS = ['anyone', 'authenticated'];

const level: z.ZodType<Level, string> = oneOf(LEVELS);

/** Settings of who asks: which credentials are taken, and what subgraphs are told of them. */
export const clientSettings = {
  clients: {
    env: 'GATEWAY_CLIENTS',
    meaning:
      'Whether callers must show credentials for what is not for everyone: `required`, or `development`, in which everyone is granted everything, on loopback only. Default: `required` as soon as some credential is set, else `development`.',
    schema: z.enum(['development', 'required'], 'must be development or required') as z.ZodType<
      'development' | 'required',
      string
    >,
  },
  keys: {
    env: 'GATEWAY_KEYS',
    meaning:
      'Where clients with API keys are kept: a file, or `postgres://user:password@host/database` for many gateways; `redcat clients` manages them.',
    schema: z.string(),
  },
  jwtKeys: {
    env: 'GATEWAY_JWT_KEYS',
    meaning:
      'The keys that sign viewers’ tokens (JWT): a JWKS by URL or file, asked again when a token names an unknown key.',
    schema: z.string().refine((text) => {
      const isUrl = /^[a-z+]+:\/\//i.test(text);
      return !isUrl || (URL.canParse(text) && (text.startsWith('https://') || LOOPBACK_URL.test(text)));
    }, 'must be a file, or a URL that begins with https://'),
    example: 'https://login.example/.well-known/jwks.json',
  },
  jwtIssuer: {
    env: 'GATEWAY_JWT_ISSUER',
    meaning: 'Who must have issued viewers’ tokens: their `iss`.',
    schema: z.string(),
  },
  jwtAudience: {
    env: 'GATEWAY_JWT_AUDIENCE',
    meaning: 'For whom viewers’ tokens must be: one of their `aud`.',
    schema: z.string(),
  },
  jwtAlgorithms: {
    env: 'GATEWAY_JWT_ALGORITHMS',
    meaning: 'Algorithms by which viewers’ tokens may be signed, out of RS, PS and ES 256 to 512, and EdDSA.',
    schema: z
      .string()
      .transform((text) => text.split(',').map((name) => name.trim()))
      .refine(
        (names) => names.every((name) => /^((RS|PS|ES)(256|384|512)|EdDSA)$/.test(name)),
        'must read like RS256,ES256: with a shared secret, or none, whoever checks a token could make one',
      ),
    default: 'RS256,PS256,ES256,EdDSA',
  },
  jwtSkew: {
    env: 'GATEWAY_JWT_SKEW_S',
    meaning: 'How far the issuer’s clock may be from ours, in seconds.',
    schema: wholeNumber(0, 600),
    default: '30',
  },
  anonymousLevel: {
    env: 'GATEWAY_ANONYMOUS_LEVEL',
    meaning:
      'What may be sent without a credential: `open` any document, `log` the same with those that are not registered reported, `safelist` texts of registered operations, `ids-only` their ids. Default: `open` in development, else `safelist`.',
    schema: level,
  },
  viewerLevel: {
    env: 'GATEWAY_VIEWER_LEVEL',
    meaning: 'The same for viewers, who show a token. Clients with API keys each have a level of their own.',
    schema: level,
    default: 'safelist',
  },
  claimsKey: {
    env: 'GATEWAY_CLAIMS_KEY',
    meaning:
      'The private key by which subgraphs are told who asks: a file with an Ed25519 key as PEM, or that text itself; `none` where no subgraph reads it. Its public half is at `/.well-known/jwks.json`.',
    schema: z.string(),
  },
  forwardScopes: {
    env: 'GATEWAY_FORWARD_SCOPES',
    meaning:
      'What forwarded paths ask of callers outside development mode: a scope, `authenticated` or `anyone`. Paths that are not named ask for `authenticated`.',
    schema: pairs(
      (path) => path.startsWith('/'),
      (scope) => FORWARD_WORDS.includes(scope) || /^[^\s,=]+$/.test(scope),
      '/l/=anyone,/events=event:write',
      'none',
    ),
    default: '/l/=anyone,/events=event:write,/feed/conversions=conversion:feed',
  },
} as const satisfies Record<string, Setting<unknown>>;
