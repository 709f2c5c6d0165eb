import { RejectedEvent } from '../judging/reasons.ts';

const HEXADECIMAL = /^[0-9a-f]{64}$/i;
const BASE64URL = /^[A-Za-z0-9_-]{43}$/;

const RIGHT = 'send a keyed hash of 256 bits, as 64 hexadecimal digits or 43 characters of base64url';

/** What a raw identifier looks like; only to tell its sender what was seen, since anything but a hash is refused. */
const RAW: readonly (readonly [string, RegExp])[] = [
  ['a mail address', /@/],
  ['a phone number', /^\+?[\d\s()-]{7,20}$/],
  ['a UUID or device id', /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i],
];

/**
 * Reads a person's keyed hash.
 * @returns 64 hexadecimal digits in lower case
 * @throws {RejectedEvent} EVENT_PERSON_RAW for anything else; the message does not repeat it
 */
export function readPersonKey(text: string): string {
  if (HEXADECIMAL.test(text)) return text.toLowerCase();
  if (BASE64URL.test(text)) {
    const bytes = Buffer.from(text, 'base64url');
    // 43 characters hold two bits more than 32 bytes: only one spelling of each key counts.
    if (bytes.toString('base64url') === text) return bytes.toString('hex');
  }
  const [seen = 'no hash'] = RAW.find(([, pattern]) => pattern.test(text)) ?? [];
  throw new RejectedEvent('EVENT_PERSON_RAW', ['personKey'], `personKey looks like ${seen}: ${RIGHT}.`);
}
