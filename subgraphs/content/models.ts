// The parent objects of resolvers.

import type { DayRange } from '../kit/calendar.ts';
import type { Connection } from '../kit/connection.ts';
import type { ConsentPurpose } from '../kit/consents/purposes.ts';
import type { Freshness } from '../kit/freshness.ts';
import type { PeopleWithheld } from '../kit/people/few-people.ts';
import type { Readership } from './reports/readership.ts';
import type { AuthorRow } from './store/authors.ts';
import type { CommentRow } from './store/comments.ts';
import type { Counters } from './store/engagement.ts';
import type { DemandRow } from './store/link-demand.ts';
import type { NoteRow } from './store/notes.ts';
import type { ProductLinkRow } from './store/product-links.ts';
import type { SearchRow } from './store/searches.ts';
import type { Industry } from './store/tables.ts';

export type NoteModel = NoteRow;
export type AuthorModel = AuthorRow;
export type CommentModel = CommentRow;
export type ProductLinkModel = ProductLinkRow;
export type SearchModel = SearchRow;
export type FreshnessModel = Freshness;

/** Commerce owns products and shops: content knows their ids, and takes them on trust. */
export interface ProductModel {
  readonly id: string;
}

/** The cards under a note; how many there are in all is read when it is asked for, unless the page holds them all. */
export interface ProductLinkConnectionModel extends Connection<ProductLinkModel> {
  readonly noteId: string;
  readonly knownTotal: number | undefined;
}

/** What was counted of a note, within a range or over all time. */
export interface EngagementModel extends Counters {
  readonly interactions: number;
  readonly range: DayRange | undefined;
}

/** What readers of a note ask for, within a range or over all time. */
export interface LinkDemandModel extends DemandRow {
  readonly range: DayRange | undefined;
}

/** What a person says of one purpose. */
export interface ConsentSettingModel {
  readonly purpose: ConsentPurpose;
  readonly granted: boolean;
  readonly updatedAt: Date | null;
}

/** How the community searched in a period: its shares, as far as they may be told. */
export interface SearchInsightsModel {
  readonly from: string;
  readonly to: string;
  readonly searcherShare: string | null;
  readonly userOriginShare: string | null;
  readonly firstDayShare: string | null;
  readonly withheld: PeopleWithheld | null;
}

/** What was counted of an industry's notes in a period. */
export interface IndustryReadershipModel extends Readership {
  readonly industry: Industry | null;
  readonly isBaseline: boolean;
}

/** A report of commerce's, to which content adds what it counted. */
export interface UpliftReportModel {
  readonly id: string;
}
