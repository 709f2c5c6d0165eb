import type { Migration } from 'kysely/migration';
import { catalogueMigration } from './001-catalogue.ts';
import { linksMigration } from './002-links.ts';
import { eventsMigration } from './003-events.ts';
import { journeysMigration } from './004-journeys.ts';
import { figuresMigration } from './005-figures.ts';
import { recordingMigration } from './006-recording.ts';
import { idempotencyMigration } from './007-idempotency.ts';
import { sealingMigration } from './007-sealing.ts';
import { journeysInTimeMigration } from './008-journeys-in-time.ts';
import { figuresOfModelsMigration } from './009-figures-of-models.ts';
import { correctionsMigration } from './010-corrections.ts';
import { feedMigration } from './011-feed.ts';
import { linkOrderMigration } from './012-link-order.ts';
import { invalidTrafficMigration } from './013-invalid-traffic.ts';
import { keptCorrectionsMigration } from './014-kept-corrections.ts';
import { feedPruningMigration } from './015-feed-pruning.ts';
import { wholeReadsMigration } from './016-whole-reads.ts';
import { campaignsMigration } from './017-campaigns.ts';
import { decidedCellsMigration } from './018-decided-cells.ts';
import { ledgerMigration } from './019-ledger.ts';
import { placementsMigration } from './020-placements.ts';
import { consentsMigration } from './021-consents.ts';
import { boostSpendMigration } from './022-boost-spend.ts';
import { relatedMigration } from './023-related.ts';
import { reportsMigration } from './025-reports.ts';
import { funnelMigration } from './026-funnel.ts';
import { jointAccountsMigration } from './027-joint-accounts.ts';
import { withdrawalsMigration } from './028-withdrawals.ts';
import { forgottenPeriodsMigration } from './029-forgotten-periods.ts';
import { followedCohortsMigration } from './030-followed-cohorts.ts';
import { payoutsInTimeMigration } from './031-payouts-in-time.ts';
import { campaignRunsMigration } from './032-campaign-runs.ts';
import { englishNamesMigration } from './033-english-names.ts';
import { searchersMigration } from './034-searchers.ts';
import { funnelToldMigration } from './035-funnel-told.ts';

/** Commerce's migrations by name, in the order in which they run. */
export const commerceMigrations: Record<string, Migration> = {
  '001-catalogue': catalogueMigration,
  '002-links': linksMigration,
  '003-events': eventsMigration,
  '004-journeys': journeysMigration,
  '005-figures': figuresMigration,
  '006-recording': recordingMigration,
  '007-idempotency': idempotencyMigration,
  '007-sealing': sealingMigration,
  '008-journeys-in-time': journeysInTimeMigration,
  '009-figures-of-models': figuresOfModelsMigration,
  '010-corrections': correctionsMigration,
  '011-feed': feedMigration,
  '012-link-order': linkOrderMigration,
  '013-invalid-traffic': invalidTrafficMigration,
  '014-kept-corrections': keptCorrectionsMigration,
  '015-feed-pruning': feedPruningMigration,
  '016-whole-reads': wholeReadsMigration,
  '017-campaigns': campaignsMigration,
  '018-decided-cells': decidedCellsMigration,
  '019-ledger': ledgerMigration,
  '020-placements': placementsMigration,
  '021-consents': consentsMigration,
  '022-boost-spend': boostSpendMigration,
  '023-related': relatedMigration,
  '025-reports': reportsMigration,
  '026-funnel': funnelMigration,
  '027-joint-accounts': jointAccountsMigration,
  '028-withdrawals': withdrawalsMigration,
  '029-forgotten-periods': forgottenPeriodsMigration,
  '030-followed-cohorts': followedCohortsMigration,
  '031-payouts-in-time': payoutsInTimeMigration,
  '032-campaign-runs': campaignRunsMigration,
  '033-english-names': englishNamesMigration,
  '034-searchers': searchersMigration,
  '035-funnel-told': funnelToldMigration,
};
