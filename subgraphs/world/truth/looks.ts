import { dayNumber } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { RawEvent } from '../commerce/event.ts';
import type { Ledger } from './ledger.ts';

/** A read by a known person. */
export interface ReadFact {
  readonly name: string;
  /** In whose name it was told. */
  readonly platformId: string;
  readonly person: string;
  readonly at: number;
  readonly knownOn: number;
  readonly noteId: string;
  /** The shops into which the note has a link that is not removed. */
  readonly shopIds: ReadonlySet<string>;
}

/** What shows that a person went on: a visit to a shop, or a search, which is of no shop. */
export interface SignFact {
  readonly person: string;
  readonly shopId: string | undefined;
  readonly at: number;
  readonly knownOn: number;
}

/** What READ_THROUGH asks. */
export interface Looks {
  readonly reads: readonly ReadFact[];
  readonly signs: readonly SignFact[];
}

/**
 * Reads of notes that led into shops, and what followed them, of some persons. Told twice is as good as told once.
 * @param persons whose outcomes are to be credited: there are many more who only read
 */
function readLooks(events: Iterable<RawEvent>, catalog: Catalog, persons: ReadonlySet<string>): Looks {
  const shopsOf = shopsOfNotes(catalog);
  const reads: ReadFact[] = [];
  const signs: SignFact[] = [];
  for (const { platformId, receivedAt, input } of events) {
    const { stage, personKey: person, consent, sourceId = '', shopId } = input;
    if (!person || consent === 'DENIED' || !persons.has(person)) continue;
    const known = { person, at: Date.parse(input.occurredAt), knownOn: dayNumber(receivedAt) };
    const shopIds = stage === 'READ' ? shopsOf.get(sourceId) : undefined;
    if (shopIds)
      reads.push({ ...known, name: `${platformId} ${input.eventId}`, platformId, noteId: sourceId, shopIds });
    if (stage === 'SEARCH') signs.push({ ...known, shopId: undefined });
    if (stage === 'SHOP_VISIT') signs.push({ ...known, shopId });
  }
  return { reads, signs };
}

/** What those looked at who visited or bought. */
export function readOutcomeLooks(events: Iterable<RawEvent>, catalog: Catalog, { steps, orders }: Ledger): Looks {
  const buyers = orders.flatMap(({ payments }) => payments);
  return readLooks(events, catalog, new Set([...steps, ...buyers].flatMap(({ person }) => person ?? [])));
}

/** All reads by known persons of notes that led into some shops, each once. */
export function readsInto(events: Iterable<RawEvent>, catalog: Catalog, wanted: ReadonlySet<string>): ReadFact[] {
  const shopsOf = shopsOfNotes(catalog);
  const reads = new Map<string, ReadFact>();
  for (const { platformId, receivedAt, input } of events) {
    const { stage, personKey: person, consent, sourceId = '', occurredAt } = input;
    if (stage !== 'READ' || !person || consent === 'DENIED') continue;
    const shopIds = shopsOf.get(sourceId)?.intersection(wanted);
    if (!shopIds?.size) continue;
    const name = `${platformId} ${input.eventId}`;
    const known = { person, at: Date.parse(occurredAt), knownOn: dayNumber(receivedAt) };
    reads.set(name, { ...known, name, platformId, noteId: sourceId, shopIds });
  }
  return [...reads.values()];
}

function shopsOfNotes({ notes, links, products, shops }: Catalog): Map<string, ReadonlySet<string>> {
  const led = new Map<string, Set<string>>();
  for (const link of links) {
    const note = notes[link.note];
    const shop = shops[products[link.product]?.shop ?? -1];
    if (!note || !shop || link.status === 'REMOVED') continue;
    led.set(note.id, (led.get(note.id) ?? new Set()).add(shop.id));
  }
  return led;
}
