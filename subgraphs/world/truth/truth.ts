import { makeTerms } from '../alliance/commission-terms.ts';
import { DEMAND_DAYS, type PeriodKey } from '../calendar.ts';
import { periodEvents } from '../commerce/period-events.ts';
import type { Group } from '../plan.ts';
import { GENERATOR_VERSION, type World } from '../world.ts';
import { type CommissionTruth, countCommissions } from './commissions.ts';
import type { ConversionTruth, PeriodFigures } from './conversion-truth.ts';
import { countConversions } from './conversions.ts';
import { countDirt } from './dirt.ts';
import { countEngagement, type EngagementPeriod, type EngagementTruth, interactionsOf } from './engagement.ts';
import { type Ledger, readLedger } from './ledger.ts';
import { readOutcomeLooks } from './looks.ts';
import { MIN_PEOPLE } from './min-people.ts';
import { countPeople } from './people.ts';
import { TRUTH_PERIOD_KEYS, TRUTH_PERIODS, type TruthPeriod } from './periods.ts';
import { publishedFigures, type VisitsByGroup } from './published.ts';
import { reportTruth } from './report-truth.ts';
import { countClickers, countTrends, type SearchedText, TREND_WEEKS } from './searching.ts';
import { chooseSubjects, type Subject, unreported } from './subjects.ts';

/** What is known of a world without asking the code under test, but for shops' funnels and campaigns. Money in 分. */
export type Truth = ReturnType<typeof computeTruth>;

/**
 * Computes the truth of a world from its raw rows, in memory that grows with its taps, carts and orders.
 * @param least the fewest people that are told of
 */
export function computeTruth(world: World, least = MIN_PEOPLE) {
  const { plan, catalog } = world;
  const ledger = readLedger(world.events(), catalog);
  const conversions = countConversions(ledger, readOutcomeLooks(world.events(), catalog, ledger));
  const visits = visitsByGroup(world, conversions);
  const engagement = countEngagement(world.counters(), world.comments(), catalog);
  const people = countPeople(world.events(), world.searches());
  const searched = countClickers(world.searches(), ledger.clicks);
  const subjects = chooseSubjects(plan.seed, conversions);
  return {
    generator: GENERATOR_VERSION,
    scale: plan.scale,
    seed: plan.seed,
    now: new Date(plan.now).toISOString(),
    quotas: plan.quotas,
    periods: { ...TRUTH_PERIODS, DEMAND: DEMAND_DAYS, TREND: TREND_WEEKS.week },
    events: eventCounts(ledger),
    dirt: Object.fromEntries(
      (['Y0', 'Y1'] as const).map((key) => [
        key,
        countDirt(periodEvents(world.periods[key], world.periods[key].engagements)),
      ]),
    ),
    traps: world.traps.map(({ name, promise, events }) => ({
      name,
      promise,
      events: [...new Set(events.map(({ platformId, input }) => `${platformId} ${input.stage} ${input.eventId}`))],
    })),
    reports: reportTruth(world, engagement, conversions, people, least),
    figures: publishedFigures(world, engagement, visits, people),
    conversions: subjects.map((subject) => conversionEntry(subject, conversions, ledger, searched)),
    commissions: commissionEntries(countCommissions(ledger, catalog, makeTerms(plan.seed, catalog))),
    searchedTexts: [...searched.values()].filter(({ clickers }) => clickers.EVER > 0),
    engagement: engagementEntries(world, engagement),
    linkDemand: demandEntries(world, engagement),
    comments: { lookAlikes: engagement.lookAlikes },
    trends: countTrends(world.searches()),
    withheld: withheldCells(world, searched, least),
  };
}

/** Visits, LAST_CLICK within 15 days, by the notes' groups. */
function visitsByGroup({ catalog }: World, conversions: ConversionTruth): VisitsByGroup {
  const visits = (period: PeriodKey) => {
    const groups: Record<Group, number> = { SPORTS: 0, BEAUTY: 0, OTHER: 0 };
    for (const { id, group } of catalog.notes)
      groups[group] += conversions.of('NOTE', id, period).windows.DAYS_15.LAST_CLICK.shopVisits;
    return groups;
  };
  return { Y0: visits('Y0'), Y1: visits('Y1') };
}

const MOST_EARNERS = 25;

/** Those who have most of it; together and of the content platform. */
function commissionEntries({ authors, shops, platform }: CommissionTruth) {
  const most = (sums: CommissionTruth['authors']) =>
    [...sums]
      .map(([id, each]) => ({ id, ...each }))
      .toSorted((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_EARNERS);
  return { authors: most(authors), shops: most(shops), platform };
}

function eventCounts({ counts, clicks, steps, orders }: Ledger) {
  const received = Object.values(counts.raw).reduce((sum, count) => sum + count, 0);
  return {
    raw: received,
    rawByStage: counts.raw,
    duplicates: counts.duplicates,
    conflicts: counts.conflicts,
    accepted: received - counts.duplicates - counts.conflicts,
    denied: counts.denied,
    counted: { linkClicks: clicks.length, shopVisitsAndCarts: steps.length, orders: orders.length },
    invalidClicks: counts.invalidClicks,
  };
}

function conversionEntry(
  { kind, id }: Subject,
  conversions: ConversionTruth,
  ledger: Ledger,
  searched: Map<string, SearchedText>,
) {
  const periods = Object.fromEntries(
    TRUTH_PERIOD_KEYS.map((period): [TruthPeriod, PeriodFigures] => [period, conversions.of(kind, id, period)]),
  ) as Record<TruthPeriod, PeriodFigures>;
  const clicks =
    kind === 'LINK'
      ? { raw: ledger.counts.rawClicksByLink.get(id), deduplicated: ledger.counts.deduplicatedClicksByLink.get(id) }
      : {};
  const text = kind === 'SEARCH' ? searched.get(id) : undefined;
  const asked = text ? { text: text.text, searchId: text.searchId, clickers: text.clickers } : {};
  return { kind, id, ...asked, ...clicks, periods };
}

/** Of the first notes, and in the periods that a client can ask for. */
function engagementEntries({ catalog }: World, engagement: EngagementTruth) {
  const periods: EngagementPeriod[] = ['Y0', 'Y1', 'TRAPS', 'EVER'];
  return catalog.notes.slice(0, 30).flatMap((note) =>
    periods.map((period) => {
      const counted = engagement.ofNote(note.id, period);
      return { noteId: note.id, period, ...counted, interactions: interactionsOf(counted) };
    }),
  );
}

/** The notes whose readers asked on the five days of link demand, most wanted first; scores times 20, so that they are whole. */
function demandEntries({ catalog }: World, engagement: EngagementTruth) {
  const linked = new Map(
    catalog.notes.map((note) => [note.id, note.links.some((place) => catalog.links[place]?.status === 'ACTIVE')]),
  );
  return engagement
    .requested('DEMAND')
    .map((noteId) => {
      const linkRequests = engagement.requestsOf(noteId, 'DEMAND');
      const { screenshots } = engagement.ofNote(noteId, 'DEMAND');
      return {
        noteId,
        linkRequests,
        screenshots,
        scoreTimes20: linkRequests * 20 + screenshots,
        unmet: !linked.get(noteId),
      };
    })
    .toSorted((a, b) => b.scoreTimes20 - a.scoreTimes20 || (a.noteId < b.noteId ? -1 : 1));
}

/** What may not be told: too few people behind a searched text, or nothing reported. */
function withheldCells({ catalog }: World, searched: Map<string, SearchedText>, least: number) {
  return {
    threshold: least,
    searches: [...searched.values()]
      .flatMap(({ fingerprint, clickers }) =>
        TRUTH_PERIOD_KEYS.map((period) => ({ fingerprint, period, people: clickers[period] })),
      )
      .filter(({ people: count }) => count > 0 && count < least),
    notReported: unreported(catalog),
  };
}
