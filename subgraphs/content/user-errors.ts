/** What a mutation's userErrors may say, by stable code: what it means and what to do. The table of docs/errors.md is written from it. */
export const contentUserErrors = {
  ID_INVALID: 'An id is none of the type that the field takes: an id begins with its type, such as product_.',
  NOTE_NOT_FOUND: 'There is no note with this id.',
  NOTE_FORBIDDEN: 'The note is by none of the authors that are the caller’s own.',
  LABEL_INVALID: 'A label has more than 40 characters, or control characters.',
  LINKS_TOO_MANY: 'The note has as many product links as it may: remove one first.',
  LINK_NOT_FOUND: 'There is no product link with this id.',
  PERSON_UNKNOWN:
    'Nobody knows whose consent it would be: a person says it, by a token or, in development, by the header x-redcat-viewer.',
} as const;

export type ContentUserErrorCode = keyof typeof contentUserErrors;
