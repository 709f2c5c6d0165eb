import { createHash, randomBytes } from 'node:crypto';

const SEARCH_ID = /^search_([A-Za-z0-9_-]{16})_[A-Za-z0-9_-]{22}$/;

/** The form in which two texts count as the same search: Unicode NFKC, lower case, single spaces. */
export function normaliseText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** 96 bits that stand for a searched text wherever the text itself is not needed. */
export function textFingerprint(text: string): string {
  return createHash('sha256').update(normaliseText(text)).digest('base64url').slice(0, 16);
}

/**
 * An id for one search by one person: it carries its text's fingerprint, so that a subgraph that never saw the text can add up what
 * followed, and 128 random bits, so that it can't be guessed.
 */
export function newSearchId(text: string): string {
  return `search_${textFingerprint(text)}_${randomBytes(16).toString('base64url')}`;
}

/** The fingerprint that a search's id carries; undefined where it is no search's id. */
export function fingerprintOfSearch(searchId: string): string | undefined {
  return SEARCH_ID.exec(searchId)?.[1];
}
