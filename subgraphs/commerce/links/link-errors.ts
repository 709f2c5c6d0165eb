/** Why a tap leads nowhere, by stable code: its status and what it means. The table of docs/errors.md is written from it. */
export const linkErrors = {
  LINK_NOT_FOUND: { status: 404, meaning: 'There is no such link, or it was paused or removed.' },
  LINKS_UNAVAILABLE: {
    status: 503,
    meaning: 'Where the link leads can’t be told just now: ask again after Retry-After seconds.',
  },
} as const satisfies Record<string, { readonly status: number; readonly meaning: string }>;
export type LinkErrorCode = keyof typeof linkErrors;
