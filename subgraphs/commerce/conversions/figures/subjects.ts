import type { Read, Touch } from '../attribution/touch.ts';
import type { Subject } from './figure-cells.ts';

/** Whose figures a click counts in (NOTE and LINK stand for another platform's item and its placement, too), and what it is credited with. */
export function subjectsOfTouch({ linkId, noteId, productId, shopId, fingerprint }: Touch): readonly Subject[] {
  const own: Subject[] = [
    { kind: 'LINK', id: linkId },
    { kind: 'NOTE', id: noteId },
    { kind: 'PRODUCT', id: productId },
    { kind: 'SHOP', id: shopId },
  ];
  if (fingerprint !== null) own.push({ kind: 'SEARCH', id: fingerprint });
  return own;
}

/** Whose figures count what a read is credited with: a note may lead to several products of the shop, so that it is none of theirs. */
export function subjectsOfRead({ noteId }: Read, shopId: string): readonly Subject[] {
  return [
    { kind: 'NOTE', id: noteId },
    { kind: 'SHOP', id: shopId },
  ];
}
