import type { Generated, Kysely } from 'kysely';
import type { ClosedPeriodsTable } from '../../kit/people/close-periods.ts';
import type { DecidedCellsTable } from '../../kit/people/decided-cells.ts';
import type { DataGapsTable, JointGrantsTable, PlatformArrivalsTable } from './accounts/account-tables.ts';
import type { BoostCostsTable, BoostsTable, CampaignsTable } from './campaigns/campaign-tables.ts';
import type {
  PartnershipsTable,
  PlatformsTable,
  ProductsTable,
  ReportedFiguresTable,
  ShopsTable,
} from './catalogue/catalogue-tables.ts';
import type { ConsentsTable } from './consents/consent-tables.ts';
import type { ClicksTable, EventsTable, OutcomesTable, ReadsTable, SearchesTable } from './events/event-tables.ts';
import type { CorrectionsTable, IdempotencyKeysTable, SealedDaysTable } from './events/recording-tables.ts';
import type { ConversionsTable, FeedGroupsTable, FeedTable } from './feed/feed-tables.ts';
import type { ClickDaysTable, OutcomeDaysTable } from './figures/figure-tables.ts';
import type {
  AgeCohortsTable,
  FunnelClosedTable,
  FunnelPeriodsTable,
  FunnelRowsTable,
} from './funnel/funnel-tables.ts';
import type {
  CommissionsTable,
  CommissionTermsTable,
  LedgerAccountsTable,
  LedgerEntriesTable,
  LedgerTable,
  LedgerTransactionsTable,
  PayoutsTable,
} from './ledger/ledger-tables.ts';
import type { LinkTargetsTable, PlacementsTable, TapKeysTable } from './links/link-tables.ts';
import type { OrderFactsTable, OrdersTable, RefundsTable } from './orders/order-tables.ts';
import type { RelatedRefreshedTable, RelatedTable } from './recommendations/related-tables.ts';

/** Commerce's tables, as the migrations make them. Ids are compared by their bytes; instants keep milliseconds; money is in 分. */
export interface CommerceTables {
  platforms: PlatformsTable;
  partnerships: PartnershipsTable;
  reported_figures: ReportedFiguresTable;
  shops: ShopsTable;
  products: ProductsTable;
  product_search: { product_id: string; vector: string };
  campaigns: CampaignsTable;
  boosts: BoostsTable;
  boost_costs: BoostCostsTable;
  related: RelatedTable;
  related_refreshed: RelatedRefreshedTable;
  link_targets: LinkTargetsTable;
  tap_keys: TapKeysTable;
  idempotency_keys: IdempotencyKeysTable;
  sealed_days: SealedDaysTable;
  corrections: CorrectionsTable;
  lock_stripes: { id: number };
  event_identities: { conversion: string; content_hash: Uint8Array };
  events: EventsTable;
  clicks: ClicksTable;
  outcomes: OutcomesTable;
  reads: ReadsTable;
  searches: SearchesTable;
  orders: OrdersTable;
  order_facts: OrderFactsTable;
  refunds: RefundsTable;
  click_days: ClickDaysTable;
  outcome_days: OutcomeDaysTable;
  search_shops: { fingerprint: string; shop_id: string };
  placements: PlacementsTable;
  product_units: { product_id: string; stripe: number; units: number };
  consents: ConsentsTable;
  joint_grants: JointGrantsTable;
  data_gaps: DataGapsTable;
  platform_arrivals: PlatformArrivalsTable;
  feed: FeedTable;
  feed_groups: FeedGroupsTable;
  conversions: ConversionsTable;
  decided_cells: DecidedCellsTable;
  commission_terms: CommissionTermsTable;
  ledger: LedgerTable;
  ledger_transactions: LedgerTransactionsTable;
  ledger_entries: LedgerEntriesTable;
  ledger_accounts: LedgerAccountsTable;
  commissions: CommissionsTable;
  payouts: PayoutsTable;
  closed_periods: ClosedPeriodsTable;
  funnel_periods: FunnelPeriodsTable;
  funnel_rows: FunnelRowsTable;
  funnel_closed: FunnelClosedTable;
  age_cohorts: AgeCohortsTable;
  followed_cohorts: { one: Generated<boolean>; position: number };
}

/** What the store's functions run on: the pool, or a transaction of it. */
export type CommerceDb = Kysely<CommerceTables>;
