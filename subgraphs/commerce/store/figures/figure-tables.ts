import type { AttributionModel } from '../../conversions/attribution/models.ts';

/**
 * Whose figures a row holds. NOTE: a note, or the item of another platform, whose id says which; LINK: a product link, or a placement, as
 * `Lead` has it. SEARCH: the id is the searched text's fingerprint.
 */
export type SubjectKind = 'NOTE' | 'LINK' | 'PRODUCT' | 'SHOP' | 'SEARCH';

/** Clicks of a subject on a day. */
export type ClickDaysTable = {
  subject_kind: SubjectKind;
  subject_id: string;
  /** YYYY-MM-DD, in Asia/Shanghai: the day on which it is booked. */
  day: string;
  /** Which processes count here: a subject's figures are the sum over its stripes. */
  stripe: number;
  /** Of the newest event that was counted here. */
  newest_at: Date | null;
} & Windowed<'clicks', number>;

type Windowed<Figure extends string, Value> = { [K in `${Figure}_${'24h' | '7d' | '15d' | '30d'}`]: Value };

/** What followed, of a subject on a day. */
export type OutcomeDaysTable = {
  subject_kind: SubjectKind;
  subject_id: string;
  /** Of models other than LAST_CLICK and READ_THROUGH, a row holds what they differ from LAST_CLICK by. */
  model: AttributionModel;
  day: string;
  stripe: number;
} & Windowed<'visits' | 'carts' | 'orders' | 'new_customers' | 'credited' | 'sales' | 'refunds', number> &
  Windowed<'newest', Date | null>;
