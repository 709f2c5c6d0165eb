import type { IncomingHttpHeaders } from 'node:http';
import { Unidentified } from './unidentified.ts';

/** Longest credential that is looked at, in characters. */
const LONGEST = 8192;

/** What a request shows to say who sends it; undefined for nothing. */
export type Credential =
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'token'; readonly text: string }
  | undefined;

/**
 * Reads the credential of a request: an API key or a JWT as `authorization: Bearer …`, or a key as `x-api-key`.
 * @throws {Unidentified} for several, or one that can be none
 */
export function credentialOf(headers: IncomingHttpHeaders): Credential {
  const { authorization } = headers;
  const key = headers['x-api-key'];
  if (authorization === undefined) return key === undefined ? undefined : { kind: 'key', text: single(key) };
  if (key !== undefined) throw new Unidentified('CREDENTIAL_REFUSED', 'Show one credential, not two.');
  if (authorization.length > LONGEST) throw new Unidentified('CREDENTIAL_REFUSED');
  // https://www.rfc-editor.org/rfc/rfc6750#section-2.1
  const text = /^bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
  if (text === undefined) throw new Unidentified('CREDENTIAL_REFUSED');
  return { kind: text.startsWith('rck_') ? 'key' : 'token', text };
}

function single(value: string | string[]): string {
  if (typeof value === 'string' && value.length <= LONGEST) return value;
  throw new Unidentified('CREDENTIAL_REFUSED');
}
