/** What a mutation's userErrors may say, by stable code: what it means and what to do. The table of docs/errors.md is written from it. */
export const commerceUserErrors = {
  EVENTS_COUNT: 'A batch has no event, or more than 500: send them in several batches.',
  ID_INVALID: 'An id is none of the type that the field takes: an id begins with its type, such as link_.',
  PARTY_FORBIDDEN:
    'The caller speaks for none of the joint account’s parties, or not for the one that party names: the operator grants shops and platforms to a client.',
  ACCOUNT_UNAVAILABLE:
    'The shop is in the content platform’s own store: there is no marketplace with which an account could be shared.',
  GRANT_UNKNOWN: 'The party never granted: there is nothing to take back.',
  GRANTS_TOO_MANY: 'The party granted its part of this account 20 times within 24 hours, which is the most.',
  PLATFORM_FORBIDDEN: 'The caller does not speak for the platform: the operator grants platforms to a client.',
  GAP_INVALID:
    'A data gap begins at an instant that has been, ends after it, and has a reason of 1 to 200 characters without control characters.',
  GAPS_TOO_MANY: 'The platform has told of 1,000 data gaps, which is the most.',
  LINK_UNKNOWN: 'There is no product link with this id, or commerce does not sell its product.',
  LINK_INACTIVE: 'The product link was removed, paused, or not reviewed yet: nobody is led there.',
  SEARCH_ID_INVALID: "searchId is no search's id: send Search.id as it was given.",
  IDEMPOTENCY_KEY_INVALID: 'An idempotency key is not 1 to 200 visible ASCII characters.',
  IDEMPOTENCY_KEY_REUSED:
    'The idempotency key named another tap within the last 24 hours, or another batch within 7 days: use a new one for each.',
  SHOP_UNKNOWN: 'There is no shop with this id, or, of a campaign, none that is the caller’s own.',
  MONEY_INVALID:
    'An amount is no decimal from 0.00 to 99999999.99 with at most two places; of a boost it is above zero.',
  CAMPAIGN_UNKNOWN: 'There is no campaign with this id of which the caller is a party.',
  CAMPAIGN_NAME_INVALID: 'A campaign’s name is not 1 to 80 characters, or has line breaks or other control characters.',
  CAMPAIGN_DAYS_INVALID:
    'A campaign begins today or later, and ends no sooner than it begins, nor after more than 365 days.',
  CAMPAIGN_FORBIDDEN:
    'Another party of the campaign sets this: each its own budget, the merchant the days and that it runs.',
  CAMPAIGN_STATUS_INVALID:
    'A campaign goes from DRAFT to ACTIVE, from there to PAUSED and back, and from each to ENDED.',
  CAMPAIGN_ENDED: 'The campaign has ended: nothing of it changes any more.',
  CAMPAIGNS_FULL: 'The shop has 200 campaigns that have not ended, or the campaign 100 boosts, which is the most.',
  BUDGET_BELOW_SPENT: 'A budget can’t be less than what is spent of it.',
  BUDGET_EXCEEDED: 'The boosts of merchant and marketplace would come to more than the two budgets of their campaign.',
  PARTY_REQUIRED:
    'The caller acts for several parties of the campaign or of the joint account, or not for the one in fundedBy: name one that it acts for, in fundedBy or party.',
  NOTE_NOT_LINKED: 'The note has no link into the campaign’s shop.',
} as const;

export type CommerceUserErrorCode = keyof typeof commerceUserErrors;
