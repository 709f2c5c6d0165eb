import { HOUR } from '../calendar.ts';
import { GROUPS, type PeriodPlan, type Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';
import type { EngagementKind, Engagements } from './engagements.ts';
import type { Reads } from './reads.ts';

/** What happened to one note in one hour. Rows of one note and hour add up. */
export interface Counter {
  readonly noteId: string;
  /** Milliseconds, at the hour. */
  readonly hour: number;
  impressions: number;
  reads: number;
  likes: number;
  saves: number;
  comments: number;
  shares: number;
  follows: number;
  screenshots: number;
}

/** Gathers counts by note and hour. */
export class CounterTable {
  readonly #rows = new Map<string, Counter>();

  /** Adds to the row of a note and an instant. */
  add(noteId: string, at: number, kind: EngagementKind | 'impressions' | 'reads' | 'screenshots', count = 1): void {
    const hour = at - (at % HOUR);
    const key = `${noteId}@${hour}`;
    let row = this.#rows.get(key);
    if (!row) {
      row = {
        noteId,
        hour,
        impressions: 0,
        reads: 0,
        likes: 0,
        saves: 0,
        comments: 0,
        shares: 0,
        follows: 0,
        screenshots: 0,
      };
      this.#rows.set(key, row);
    }
    row[kind] += count;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The rows gathered; the table is empty afterwards. */
  take(): Counter[] {
    const rows = [...this.#rows.values()];
    this.#rows.clear();
    return rows;
  }
}

const MOST_ROWS = 100_000;

/** The counters of a period, exact in total; in pieces of bounded size. */
export function* periodCounters(
  plan: Plan,
  period: PeriodPlan,
  reads: Reads,
  engagements: Engagements,
): Generator<Counter[]> {
  const table = new CounterTable();
  const impressionsOf = impressions(plan, period);
  for (let ordinal = 0; ordinal < reads.count; ordinal += 1) {
    const read = reads.at(ordinal);
    table.add(read.note.id, read.at, 'reads');
    table.add(read.note.id, read.at, 'impressions', impressionsOf(reads.groupOf(ordinal)));
    if (table.size >= MOST_ROWS) yield table.take();
  }
  for (let index = 0; index < engagements.count; index += 1) {
    const { read, at, kind } = engagements.at(index);
    table.add(read.note.id, at, kind);
    if (table.size >= MOST_ROWS) yield table.take();
  }
  for (let index = 0; period.key === 'Y1' && index < plan.screenshots; index += 1) {
    const read = engagements.screenshot(index);
    table.add(read.note.id, read.at, 'screenshots');
    if (table.size >= MOST_ROWS) yield table.take();
  }
  yield table.take();
}

/** How many impressions stand with each read: all together exactly those of the period, and of its mix shift. */
function impressions(plan: Plan, period: PeriodPlan): (place: ReturnType<Reads['groupOf']>) => number {
  const random = stream(plan.seed, `impressions.${period.key}`);
  const spread = (total: number, reads: number, name: string) => {
    const ranks = permutation(plan.seed, `impressions.${period.key}.${name}`, Math.max(1, reads));
    const base = Math.floor(total / Math.max(1, reads));
    const more = total - base * reads;
    return { base, of: (index: number) => base + (ranks.at(index) < more ? 1 : 0) };
  };
  const starts = new Map<string, number>();
  let plain = 0;
  let left = period.impressions;
  const shifted = new Map(
    GROUPS.map((group) => {
      const { reads, shiftedReads, shiftedImpressions } = period.groups[group];
      starts.set(group, plain);
      plain += reads - shiftedReads;
      left -= shiftedImpressions;
      return [group, spread(shiftedImpressions, shiftedReads, group)] as const;
    }),
  );
  const rest = spread(left, plain, 'rest');
  return ({ group, index }) => {
    const { shiftedReads } = period.groups[group];
    if (index < shiftedReads) return shifted.get(group)?.of(index) ?? 0;
    const place = (starts.get(group) ?? 0) + index - shiftedReads;
    // Neighbours take from one another, so that notes differ and the total stays.
    const partner = place % 2 === 0 ? place + 1 : place - 1;
    const moved = partner < plain ? random.below(Math.floor(place / 2), Math.max(1, Math.floor(rest.base / 2))) : 0;
    return rest.of(place) + (place % 2 === 0 ? moved : -moved);
  };
}
