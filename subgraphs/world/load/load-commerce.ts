import { readSettings } from '../../../settings/settings.ts';
import { putAgeCohorts } from '../../commerce/store/consents/age-cohorts.ts';
import { applyConsentChanges, type ConsentChange } from '../../commerce/store/consents/consents.ts';
import { type Loaded, loadEvents } from '../../commerce/store/events/load-events.ts';
import { closeFunnels } from '../../commerce/store/funnel/close-funnels.ts';
import { type FunnelRule, funnelSettings } from '../../commerce/store/funnel/funnel-settings.ts';
import { bookHistory } from '../../commerce/store/ledger/book-history.ts';
import { addTerms } from '../../commerce/store/ledger/terms.ts';
import { applyLinkChanges, type LinkChange } from '../../commerce/store/links/link-targets.ts';
import { closeReports } from '../../commerce/store/reports/close-reports.ts';
import type { CommerceDb } from '../../commerce/store/tables.ts';
import { makeTerms, PAID_EVERY_DAYS, PAID_UNTIL } from '../alliance/commission-terms.ts';
import { DATA_GAPS } from '../alliance/joint-accounts.ts';
import { item } from '../catalog/item.ts';
import { PARTNERSHIPS } from '../catalog/partnerships.ts';
import { PLATFORMS } from '../catalog/platforms.ts';
import { REPORTED_FIGURES } from '../catalog/reported-figures.ts';
import { addJointAccounts } from '../store/account-rows.ts';
import { addCampaigns } from '../store/campaign-rows.ts';
import { addPlatforms, addProducts, addPublished, addShops } from '../store/commerce-rows.ts';
import { addPersons, createWorldTables } from '../store/world-tables.ts';
import type { World } from '../world.ts';
import { inChunks } from './chunks.ts';
import type { Progress } from './progress.ts';

const ROWS_AT_ONCE = 5_000;
/** So many events are brought into the order of their arrival together: all of them but at scale L, where order matters to no figure. */
const SORTED_AT_ONCE = 250_000;
/** What followed each read, about. */
const EVENTS_PER_READ = 2.05;

/** What content tells commerce of, all of it. */
interface ContentFeeds {
  readonly links: readonly LinkChange[];
  readonly consents: AsyncIterable<readonly ConsentChange[]> | readonly (readonly ConsentChange[])[];
}

const BY_DEFAULT: FunnelRule = readSettings(funnelSettings, 'COMMERCE_', {});

/**
 * Loads what commerce knows of a world into an empty database: the catalogue, the links as content's feed tells of them, and the events
 * as they arrived, each judged as if it had been sent, and the commissions that follow.
 * @param funnels how what funnels tell of people is decided, of all periods that have closed
 * @returns what became of the events
 */
export async function loadCommerce(
  db: CommerceDb,
  world: World,
  { links, consents }: ContentFeeds,
  progress: Progress,
  funnels: FunnelRule = BY_DEFAULT,
): Promise<Loaded> {
  progress.begin('platforms and shops', PLATFORMS.length + world.catalog.shops.length);
  await db.transaction().execute((transaction) => addCatalogue(transaction, world));
  progress.reach(PLATFORMS.length + world.catalog.shops.length);
  progress.begin('links of content', links.length);
  for (const chunk of inChunks(links, ROWS_AT_ONCE)) await applyLinkChanges(db, chunk);
  progress.reach(links.length);
  for await (const chunk of consents) await applyConsentChanges(db, chunk);
  progress.begin('campaigns and people', world.plan.search.monthlyUsers);
  await createWorldTables(db, ['world_persons']);
  await addCampaigns(db, world.campaigns, [...world.boosts()]);
  await addJointAccounts(db, world.grants, DATA_GAPS);
  for (const chunk of inChunks(world.persons(), ROWS_AT_ONCE)) {
    await addPersons(db, chunk);
    await putAgeCohorts(
      db,
      chunk.map(({ key, ageCohort }) => ({ person: key, ageCohort })),
    );
  }
  progress.reach(world.plan.search.monthlyUsers);
  progress.begin('events', aboutEvents(world));
  const loaded = await loadEvents(db, arrivals(world), (events) => progress.reach(events));
  await loadCommissions(db, world, progress);
  progress.begin('reports about people', world.plan.search.monthlyUsers);
  await closeReports(db, new Date(world.plan.now), funnels);
  progress.reach(world.plan.search.monthlyUsers);
  progress.begin('funnels', world.catalog.shops.length);
  const now = new Date(world.plan.now);
  await closeFunnels(db, { ...funnels, now, progress: (shops) => progress.reach(shops) });
  return loaded;
}

async function loadCommissions(db: CommerceDb, { plan, catalog }: World, progress: Progress): Promise<void> {
  for (const chunk of inChunks(makeTerms(plan.seed, catalog), ROWS_AT_ONCE)) {
    const terms = chunk.map((each) => ({ ...each, validFrom: new Date(each.validFrom) }));
    await db.transaction().execute((transaction) => addTerms(transaction, terms));
  }
  let began = false;
  const until = { now: new Date(plan.now), paidUntil: new Date(PAID_UNTIL), everyDays: PAID_EVERY_DAYS };
  await bookHistory(db, until, (steps, of) => {
    if (!began) progress.begin('commissions', of);
    began = true;
    progress.reach(steps);
  });
}

async function addCatalogue(db: CommerceDb, { catalog }: World): Promise<void> {
  await addPlatforms(db, PLATFORMS);
  await addPublished(db, PARTNERSHIPS, REPORTED_FIGURES);
  await addShops(db, catalog.shops);
  const products = catalog.products.map((product) => ({ ...product, shopId: item(catalog.shops, product.shop).id }));
  for (const chunk of inChunks(products, ROWS_AT_ONCE)) await addProducts(db, chunk);
}

function aboutEvents({ periods, plan }: World): number {
  const reads = periods.Y0.reads.count + periods.Y1.reads.count + plan.recent.reads;
  return Math.round(reads * EVENTS_PER_READ + plan.size.hotReads);
}

/** The events in the order of their arrival. */
function* arrivals(world: World) {
  for (const chunk of inChunks(world.events(), SORTED_AT_ONCE)) {
    chunk.sort((a, b) => a.receivedAt - b.receivedAt);
    for (const { platformId, receivedAt, input } of chunk) yield { platformId, receivedAt, sent: input };
  }
}
