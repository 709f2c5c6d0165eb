import { compareFigures, tellDifferences } from '../oracle/compare-figures.ts';
import { expectedFigures, type Figure } from '../oracle/expected-figures.ts';
import {
  type AcceptedName,
  type Query,
  readAcceptedNames,
  readRawEvents,
  readStoredFigures,
} from '../oracle/stored-figures.ts';
import { type Ledger, nameOf } from './ledger.ts';

/** What stood in the database, the figures that the oracle makes of it, and what was wrong with it. */
export interface Verdict {
  readonly events: number;
  readonly figures: readonly Figure[];
  readonly faults: readonly string[];
}

/** The raw events that there are, to tell what was there before from what came. */
export async function readBefore(query: Query): Promise<ReadonlySet<string>> {
  return new Set((await readAcceptedNames(query)).map(({ conversion }) => conversion));
}

/**
 * Compares what was acknowledged with what is there, and the figures with those of the oracle.
 * @param before conversions that were there before anybody wrote
 */
export async function verify(query: Query, ledger: Ledger, before: ReadonlySet<string>): Promise<Verdict> {
  const names = await readAcceptedNames(query);
  const kept = await readStoredFigures(query);
  const expected = await expectedFigures(await readRawEvents(query));
  const differences = compareFigures(expected, kept);
  const faults = [
    ...ledger.complaints(),
    ...compareEvents(
      names.filter(({ conversion }) => !before.has(conversion)),
      ledger,
    ),
    ...(differences.length > 0 ? [tellDifferences(differences)] : []),
  ];
  return { events: names.length, figures: expected, faults };
}

/** Codes of the jump URLs that lead somewhere. */
export async function readCodes(query: Query): Promise<string[]> {
  const { rows } = await query("select jump_code from link_targets where status = 'ACTIVE' order by link_id");
  return (rows as { jump_code: string }[]).map((row) => row.jump_code);
}

/** Each acknowledged event is there once, and nothing else but taps that nobody was told of. */
function compareEvents(names: readonly AcceptedName[], { acknowledged, taps, unansweredTaps }: Ledger): string[] {
  const times = new Map<string, number>();
  for (const event of names) {
    const tapped = event.click_id === event.event_id;
    const name = tapped ? event.event_id : nameOf(event.stage, event.event_id);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  const wanted = new Set([...acknowledged, ...taps]);
  const others = [...times.keys()].filter((name) => !wanted.has(name));
  const unknownTaps = others.filter((name) => name.startsWith('click_'));
  const unknown = unknownTaps.length > unansweredTaps ? others : others.filter((name) => !unknownTaps.includes(name));
  return [
    ...[...wanted].filter((name) => !times.has(name)).map((name) => `lost: ${name} was acknowledged`),
    ...[...times].filter(([, count]) => count > 1).map(([name, count]) => `${name} is kept ${count} times`),
    ...unknown.map((name) => `${name} was never acknowledged`),
  ];
}
