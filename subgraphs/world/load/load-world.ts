import { setFollowedCohorts } from '../../commerce/store/consents/age-cohorts.ts';
import type { ConsentChange } from '../../commerce/store/consents/consents.ts';
import type { Loaded } from '../../commerce/store/events/load-events.ts';
import type { FunnelRule } from '../../commerce/store/funnel/funnel-settings.ts';
import type { LinkChange } from '../../commerce/store/links/link-targets.ts';
import { openCommerceDatabase } from '../../commerce/store/open.ts';
import type { CommerceTables } from '../../commerce/store/tables.ts';
import { lastAgeCohort } from '../../content/store/age-cohorts.ts';
import { readConsentFeed } from '../../content/store/consent-feed.ts';
import { readLinkFeed } from '../../content/store/link-feed.ts';
import { openContentDatabase } from '../../content/store/open.ts';
import type { ContentDb, ContentTables } from '../../content/store/tables.ts';
import type { Database, DatabaseSource } from '../../kit/database.ts';
import {
  type AnyDb,
  emptyDatabase,
  isEmpty,
  type LoadedWorld,
  markFinished,
  markStarted,
  readLoadedWorld,
} from '../store/load-marker.ts';
import { makeWorld, type World, type WorldOptions } from '../world.ts';
import { readFinishedFile, removeFinishedFile, writeFinishedFile } from './finished-file.ts';
import { type Holding, judgeDatabases, thereAlready } from './judge-databases.ts';
import { loadCommerce } from './load-commerce.ts';
import { loadContent } from './load-content.ts';
import type { Progress } from './progress.ts';
import { identityOf, isSameWorld } from './world-identity.ts';

export interface LoadOptions extends WorldOptions {
  readonly content: DatabaseSource;
  readonly commerce: DatabaseSource;
  /** Whatever world is there is good. */
  readonly ifEmpty: boolean;
  /** Take away what is there first. */
  readonly replace: boolean;
  /** The day of the month on which content's reporting months begin; absent: as its settings have it by default. */
  readonly monthStart?: number;
  /** How what funnels tell of people is decided; absent: as commerce's settings have it by default. */
  readonly funnels?: FunnelRule;
}

/** What was done: the events that were loaded; null where none were. */
export interface LoadReport {
  readonly events: Loaded | null;
}

interface Databases extends AsyncDisposable {
  readonly content: Database<ContentTables>;
  readonly commerce: Database<CommerceTables>;
}

/**
 * Loads a sample world into both databases, unless it is there.
 * @param say told what happens, a sentence at a time
 * @throws {LoadRefusedError} when what is there forbids it
 * @throws {QuotasError} when there is no such world
 * @throws {FolderLockedError} when a server runs over a folder
 */
export async function loadWorld(
  options: LoadOptions,
  progress: Progress,
  say: (line: string) => void,
): Promise<LoadReport> {
  const known = options.ifEmpty && !options.replace ? knownWorld(options) : undefined;
  if (known) {
    say(thereAlready(known));
    return { events: null };
  }
  const asked = makeWorld(options);
  await using databases = await openBoth(options);
  const { content, commerce } = databases;
  if (options.replace) await takeAway(databases, options);
  const holdings = [
    await holdingOf(content, "content's database", options.content, 'notes'),
    await holdingOf(commerce, "commerce's database", options.commerce, 'platforms'),
  ];
  const decision = judgeDatabases(holdings, identityOf(asked), options.ifEmpty);
  say(decision.say);
  const [loadsContent, loadsCommerce] = decision.load;
  const world = decision.now === null ? asked : makeWorld({ ...options, now: new Date(decision.now) });
  if (loadsContent) {
    const load = () => loadContent(content.db, world, progress, options.monthStart);
    await marked(content, options.content, world, load);
  }
  const loadFollowing = async () => {
    const feeds = { links: await wholeFeed(content.db), consents: wholeConsents(content.db) };
    const loaded = await loadCommerce(commerce.db, world, feeds, progress, options.funnels);
    await setFollowedCohorts(commerce.db, await lastAgeCohort(content.db));
    return loaded;
  };
  const events = loadsCommerce ? await marked(commerce, options.commerce, world, loadFollowing) : null;
  progress.end();
  return { events };
}

async function openBoth({ content, commerce }: LoadOptions): Promise<Databases> {
  const one = await openContentDatabase(content);
  try {
    const other = await openCommerceDatabase(commerce);
    const close = async () => {
      await one.close();
      await other.close();
    };
    return { content: one, commerce: other, [Symbol.asyncDispose]: close };
  } catch (error) {
    await one.close();
    throw error;
  }
}

/** The world that both folders say they hold, without opening them. */
function knownWorld({ content, commerce }: LoadOptions): LoadedWorld | undefined {
  const [one, other] = [readFinishedFile(content), readFinishedFile(commerce)];
  return one && other && isSameWorld(one, other) ? one : undefined;
}

async function takeAway({ content, commerce }: Databases, options: LoadOptions): Promise<void> {
  for (const source of [options.content, options.commerce]) removeFinishedFile(source);
  for (const { db } of [content, commerce]) await emptyDatabase(db);
}

async function holdingOf(
  database: { readonly db: AnyDb },
  name: string,
  source: DatabaseSource,
  table: string,
): Promise<Holding> {
  // A URL may carry a password.
  const place = 'folder' in source ? `${name} (the folder ${source.folder})` : name;
  const world: LoadedWorld | undefined = await readLoadedWorld(database.db);
  if (world) return { place, holds: world.finishedAt === null ? 'BROKEN_WORLD' : 'WORLD', world };
  return { place, holds: (await isEmpty(database.db, table)) ? 'NOTHING' : 'OTHER_ROWS' };
}

/** Loads with the marker around it, so that half a world is known as one. */
async function marked<T>(
  { db }: { readonly db: AnyDb },
  source: DatabaseSource,
  world: World,
  load: () => Promise<T>,
): Promise<T> {
  await markStarted(db, identityOf(world));
  const result = await load();
  await markFinished(db);
  const finished = await readLoadedWorld(db);
  if (finished) writeFinishedFile(source, finished);
  return result;
}

const ROWS_AT_ONCE = 10_000;

async function wholeFeed(content: ContentDb): Promise<LinkChange[]> {
  const links: LinkChange[] = [];
  for (;;) {
    const more = await readLinkFeed(content, links.at(-1)?.position ?? 0, ROWS_AT_ONCE);
    if (more.length === 0) return links;
    links.push(...more);
  }
}

/** What people said, page by page. */
async function* wholeConsents(content: ContentDb): AsyncGenerator<ConsentChange[]> {
  for (let after = 0; ; ) {
    const page = await readConsentFeed(content, after, ROWS_AT_ONCE);
    if (page.length === 0) return;
    after = page.at(-1)?.position ?? after;
    yield page.map((change) => ({ ...change, changedAt: change.changedAt.toISOString() }));
  }
}
