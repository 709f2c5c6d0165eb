/**
 * What a client may send: `open` any document; `log` the same, and what is not registered is reported; `safelist` texts of registered
 * operations, however they are formatted; `ids-only` no text at all.
 */
export const LEVELS = ['open', 'log', 'safelist', 'ids-only'] as const;

/** One of `LEVELS`. */
export type Level = (typeof LEVELS)[number];
