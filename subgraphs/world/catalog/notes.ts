import { DAY, PERIODS, startOf } from '../calendar.ts';
import type { Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';
import { item } from './item.ts';
import type { Cohort, Industry, Link, Note, Product, Shop } from './types.ts';
import { OTHER_INDUSTRIES, VOCABULARY } from './vocabulary.ts';

/** Notes at the list's end that no reader meets by chance: the nine-person shop's, and the hot one. */
const NOTES_APART = 2;
/** The first note shows much: it has this many links. */
const FIRST_NOTE_LINKS = 4;
const SHOWN_NOTES = 3;
const SHOWN_INDUSTRIES: readonly Industry[] = ['BEAUTY', 'SPORTS', 'FASHION'];

export interface NotesAndLinks {
  readonly notes: Note[];
  readonly links: Link[];
}

/** Notes and the product cards under seven of ten of them. Products are of the note's industry. */
export function makeNotes(
  plan: Plan,
  authors: number,
  shops: readonly Shop[],
  products: readonly Product[],
): NotesAndLinks {
  const byIndustry = productsByIndustry(shops, products);
  const last = shops.length - 1;
  const apart = products.flatMap((product, index) => (product.shop === last ? [index] : []));
  const industryAt = industries(plan);
  const cohortAt = cohorts(plan);
  const notes: Note[] = [];
  const links: Link[] = [];
  for (let index = 0; index < plan.size.notes; index += 1) {
    const cohort = cohortAt(index);
    const isApart = cohort === 'APART';
    const industry = isApart ? item(shops, last).industry : industryAt(index);
    const linked = isApart ? apart.slice(0, 2) : chooseProducts(plan.seed, index, byIndustry.get(industry) ?? []);
    const note = makeNote(plan, index, authors, industry, cohort, links.length, linked.length);
    notes.push(note);
    for (const product of linked) links.push(makeLink(plan.seed, note, links.length, product));
  }
  return { notes, links };
}

/** Beauty 35 %, sports 25 %, the other eight 5 % each; the first notes are one of each group. */
function industries(plan: Plan): (index: number) => Industry {
  const ranks = permutation(plan.seed, 'note.industry', plan.size.notes);
  return (index) => {
    if (index < SHOWN_NOTES) return SHOWN_INDUSTRIES[index] ?? 'OTHER';
    const place = ranks.at(index) / ranks.size;
    if (place < 0.35) return 'BEAUTY';
    if (place < 0.6) return 'SPORTS';
    return item(OTHER_INDUSTRIES, Math.floor(((place - 0.6) / 0.4) * OTHER_INDUSTRIES.length));
  };
}

/** Half are read in both periods, two fifths from Y1 on, a tenth are new. */
function cohorts(plan: Plan): (index: number) => Cohort {
  const ranks = permutation(plan.seed, 'note.cohort', plan.size.notes);
  return (index) => {
    if (index >= plan.size.notes - NOTES_APART) return 'APART';
    const place = ranks.at(index) / ranks.size;
    return index < SHOWN_NOTES || place < 0.5 ? 'LASTING' : place < 0.9 ? 'NEXT' : 'NEW';
  };
}

function productsByIndustry(shops: readonly Shop[], products: readonly Product[]): Map<Industry, number[]> {
  const map = new Map<Industry, number[]>();
  products.forEach((product, index) => {
    // Nobody but nine people shall find the last shop.
    if (product.shop === shops.length - 1) return;
    map.set(product.industry, [...(map.get(product.industry) ?? []), index]);
  });
  return map;
}

/** One to three products, popular ones more often; none under three of ten notes. The first notes always have some that sell. */
function chooseProducts(seed: number, note: number, candidates: readonly number[]): number[] {
  const random = stream(seed, 'note.links');
  const shown = note < SHOWN_NOTES;
  if (!shown && random.below(note, 10) < 3) return [];
  const want = note === 0 ? FIRST_NOTE_LINKS : shown ? 2 : 1 + random.below(note + 1_000_000, 3);
  const chosen: number[] = [];
  for (let draw = 0; chosen.length < Math.min(want, candidates.length); draw += 1) {
    const skew = random.unit(note * 64 + draw + 2_000_000);
    const place = shown ? draw : Math.floor(skew * skew * candidates.length);
    const product = candidates[place];
    if (product !== undefined && !chosen.includes(product)) chosen.push(product);
    if (draw > 60) break;
  }
  return chosen;
}

function makeNote(
  plan: Plan,
  index: number,
  authors: number,
  industry: Industry,
  cohort: Cohort,
  firstLink: number,
  linkCount: number,
): Note {
  const random = stream(plan.seed, 'note');
  const paid = random.below(index + 3, 20);
  const kind = paid === 0 ? 'ADVERTISEMENT' : 'COLLABORATION';
  return {
    id: `note_${index + 1}`,
    index,
    // Creators write most; a place's remainder tells an author's kind.
    author: Math.min(authors - 1, Math.floor(random.below(index, authors) / 10) * 10 + random.below(index + 1, 5)),
    industry,
    group: industry === 'BEAUTY' || industry === 'SPORTS' ? industry : 'OTHER',
    cohort,
    kind: random.below(index + 2, 4) === 0 ? 'VIDEO' : 'IMAGES',
    publishedAt: publishedAt(plan, cohort, random.unit(index + 4)),
    links: Array.from({ length: linkCount }, (_, at) => firstLink + at),
    sponsorship: paid < 3 ? { kind, brandName: random.pick(index + 5, VOCABULARY[industry].brands) } : null,
  };
}

/** Within the month before its readers come. */
function publishedAt({ now }: Plan, cohort: Cohort, unit: number): number {
  const before = {
    LASTING: startOf(PERIODS.Y0.from),
    NEXT: startOf(PERIODS.Y1.from),
    NEW: now - 15 * DAY,
    APART: startOf('2025-06-01'),
  };
  return before[cohort] - 1_000 - Math.floor(unit * 30 * DAY);
}

function makeLink(seed: number, note: Note, index: number, product: number): Link {
  const random = stream(seed, 'link');
  const position = index - (note.links[0] ?? index);
  const fate = note.index < SHOWN_NOTES || note.cohort === 'APART' || position === 0 ? 9 : random.below(index, 40);
  const status = fate === 0 ? 'PENDING_REVIEW' : fate === 1 ? 'PAUSED' : fate < 4 ? 'REMOVED' : 'ACTIVE';
  const placement =
    position === 0 ? 'BELOW_NOTE' : random.pick(index + 1, ['BELOW_NOTE', 'IMAGE_TAG', 'COMMENT'] as const);
  return {
    id: `link_${index + 1}`,
    note: note.index,
    product,
    placement,
    position,
    status,
    label:
      random.below(index + 2, 4) === 0
        ? random.pick(index + 3, ['同款在这里', '我回购的这款', '文中提到的', 'My pick'])
        : null,
    attachedAt: note.publishedAt + 60_000 * (1 + position),
  };
}
