import type { Claims } from '../kit/claims/claims.ts';
import type { Changes } from '../kit/live/changes.ts';
import type { ActiveAccounts } from './accounts/active-accounts.ts';
import type { EventRecorder } from './conversions/recording/recorder.ts';
import type { AccountLoaders } from './loaders/accounts.ts';
import type { CampaignLoaders } from './loaders/campaigns.ts';
import type { CatalogueLoaders } from './loaders/catalogue.ts';
import type { CellLoader, ForgottenLoader } from './loaders/cells.ts';
import type { CommissionLoaders } from './loaders/commissions.ts';
import type { ConversionLoader } from './loaders/conversions.ts';
import type { FigureOwnerLoaders } from './loaders/figure-owners.ts';
import type { FigureLoaders } from './loaders/figures.ts';
import type { FunnelLoaders } from './loaders/funnels.ts';
import type { JourneyLoader } from './loaders/journeys.ts';
import type { LinkLoaders } from './loaders/links.ts';
import type { RelatedLoader } from './loaders/related.ts';
import type { CommerceSettings } from './settings.ts';
import type { CommerceDb } from './store/tables.ts';

/** What a resolver may use; its loaders live as long as the request. */
export interface Context {
  /** The instant at which the request came. */
  readonly now: Date;
  /** What the gateway says of who asks, as far as it holds now: `settleClaims`. */
  readonly claims: Claims;
  /** Which joint accounts are ACTIVE. */
  readonly accounts: ActiveAccounts;
  readonly db: CommerceDb;
  readonly settings: CommerceSettings;
  readonly catalogue: CatalogueLoaders;
  readonly campaigns: CampaignLoaders;
  readonly commissions: CommissionLoaders;
  readonly conversions: ConversionLoader;
  readonly figures: FigureLoaders;
  readonly funnels: FunnelLoaders;
  readonly owners: FigureOwnerLoaders;
  readonly journeys: JourneyLoader;
  readonly cells: CellLoader;
  readonly forgotten: ForgottenLoader;
  readonly links: LinkLoaders;
  readonly related: RelatedLoader;
  readonly jointAccounts: AccountLoaders;
  readonly recorder: EventRecorder;
  /** Whose figures change, by `subjectName`. */
  readonly changes: Changes;
}
