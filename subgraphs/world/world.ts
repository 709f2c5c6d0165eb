import { type Boost, type Campaign, makeBoosts, makeCampaigns } from './alliance/campaigns.ts';
import { type JointGrant, makeJointGrants } from './alliance/joint-accounts.ts';
import { makeSurvey, type SurveyAnswer } from './alliance/survey.ts';
import { EARLIEST_NOW, type PeriodKey, startOf } from './calendar.ts';
import { type Catalog, makeCatalog } from './catalog/catalog.ts';
import { item } from './catalog/item.ts';
import { type NoteText, noteText } from './catalog/note-text.ts';
import { makeShelf } from './catalog/shelf.ts';
import type { Note } from './catalog/types.ts';
import { checkPlan } from './check-plan.ts';
import { makeBuyers } from './commerce/buyers.ts';
import type { RawEvent } from './commerce/event.ts';
import type { Comment } from './content/comments.ts';
import type { Counter } from './content/counters.ts';
import { makeEngagements } from './content/engagements.ts';
import { makeReads } from './content/reads.ts';
import { makeSearches, type Search } from './content/searches.ts';
import { makePersons, type Person } from './people/persons.ts';
import { makeReaders } from './people/readers.ts';
import { makePlan, type Plan } from './plan.ts';
import { QuotasError, readQuotas } from './quotas.ts';
import { makeRecent } from './recent/recent.ts';
import type { ScaleName } from './scales.ts';
import {
  type ActiveDay,
  allComments,
  allCounters,
  allEvents,
  allPersonDays,
  allSearches,
  firstDayOf,
  type PeriodWorld,
} from './streams.ts';
import type { Trap } from './traps/trap.ts';
import { makeTraps } from './traps/traps.ts';

/** Changes when the same seed would make other rows, or would be loaded as other rows. */
export const GENERATOR_VERSION = 5;

export interface WorldOptions {
  readonly scale: ScaleName;
  readonly seed: number;
  /** The moment by which the moving data end. */
  readonly now: Date;
  /** Parsed JSON of a quotas file; absent: the published figures. */
  readonly quotas?: unknown;
}

/**
 * A sample world: the same from the same options on every machine. What is many comes as generators, made anew at each call; events in
 * no order of time.
 */
export interface World {
  readonly plan: Plan;
  readonly catalog: Catalog;
  readonly periods: Readonly<Record<PeriodKey, PeriodWorld>>;
  readonly recent: ReturnType<typeof makeRecent>;
  readonly traps: readonly Trap[];
  readonly campaigns: readonly Campaign[];
  readonly grants: readonly JointGrant[];
  textOf(note: Note): NoteText;
  boosts(): Generator<Boost>;
  survey(): Generator<SurveyAnswer>;
  persons(): Generator<Person>;
  /** Who read notes of which industry on which day, or searched, each once. */
  personDays(): Generator<ActiveDay>;
  counters(): Generator<Counter[]>;
  comments(): Generator<Comment>;
  searches(): Generator<Search>;
  events(): Generator<RawEvent>;
}

/**
 * Makes a world.
 * @throws {QuotasError} when quotas are malformed or contradict one another, or `now` lies before the traps have ended
 */
export function makeWorld(options: WorldOptions): World {
  const now = options.now.getTime();
  if (!(now >= startOf(EARLIEST_NOW))) throw new QuotasError(`now must be ${EARLIEST_NOW} or later.`);
  const plan = checkPlan(makePlan(options.seed, options.scale, readQuotas(options.quotas ?? {}), now));
  const catalog = makeCatalog(plan);
  const periods = { Y0: periodWorld(plan, catalog, 'Y0'), Y1: periodWorld(plan, catalog, 'Y1') };
  const campaigns = makeCampaigns(plan, catalog);
  const recent = makeRecent(plan, catalog);
  const traps = makeTraps(plan, catalog);
  const parts = { plan, catalog, periods, recent, traps };
  return {
    ...parts,
    campaigns,
    grants: makeJointGrants(plan.seed, catalog),
    textOf: (note) => {
      const [first] = note.links;
      const link = first === undefined ? undefined : item(catalog.links, first);
      return noteText(plan.seed, note, link && item(catalog.products, link.product));
    },
    boosts: () => makeBoosts(plan, catalog, campaigns),
    survey: () => makeSurvey(plan),
    persons: () => makePersons(plan, firstDayOf(parts)),
    personDays: () => allPersonDays(parts),
    counters: () => allCounters(parts),
    comments: () => allComments(parts),
    searches: () => allSearches(parts),
    events: () => allEvents(parts),
  };
}

function periodWorld(plan: Plan, catalog: Catalog, key: PeriodKey): PeriodWorld {
  const period = plan.periods[key];
  const shelf = makeShelf(plan, catalog, key);
  const readers = makeReaders(plan, key);
  const reads = makeReads(plan, period, shelf, readers);
  const buyers = makeBuyers(plan, catalog, period, reads);
  const searches = key === 'Y1' ? makeSearches(plan, readers, reads, buyers) : null;
  const engagements = makeEngagements(plan, period, reads);
  return { plan, period, catalog, shelf, readers, reads, buyers, searches, engagements };
}
