/** What a mutation's userErrors may say, by stable code: what it means and what to do. The README's table is written from it. */
export const commerceUserErrors = {
  EVENTS_COUNT: 'A batch has no event, or more than 500: send them in several batches.',
  ID_INVALID: 'An id is none of the type that the field takes: an id begins with its type, such as link_.',
  LINK_UNKNOWN: 'There is no product link with this id, or commerce does not sell its product.',
  LINK_INACTIVE: 'The product link was removed, paused, or not reviewed yet: nobody is led there.',
  SEARCH_ID_INVALID: "searchId is no search's id: send Search.id as it was given.",
  IDEMPOTENCY_KEY_INVALID: 'An idempotency key is not 1 to 200 visible ASCII characters.',
  IDEMPOTENCY_KEY_REUSED:
    'The idempotency key named another tap within the last 24 hours, or another batch within 7 days: use a new one for each.',
} as const;

export type CommerceUserErrorCode = keyof typeof commerceUserErrors;
