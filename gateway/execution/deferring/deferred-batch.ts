import type { DeferredFragment } from '../../planning/documents/deferred-fragments.ts';
import { plainText, type Utf8Text } from '../../utf8-text.ts';
import type { FragmentData } from '../answer.ts';
import type { AnswerError, Path } from '../answer-errors.ts';
import { isTooLarge } from '../answer-room.ts';
import type { ErrorOwners } from '../error-owners.ts';
import type { Run } from '../run.ts';
import { type Deferral, type FoundSite, startsWith } from './deferral.ts';
import type { DeferredPart, GroupAtObject } from './deferred-parts.ts';
import type { FragmentWriter, FragmentWriters } from './deferred-writers.ts';

/** What an operation's deferred fragments are delivered by. */
export interface DeliveryPlan {
  readonly writers: FragmentWriters;
  readonly owners: ErrorOwners;
  /** Label of the fragment for which a fetch is made; undefined for the first part. */
  readonly deferredFor: (fetch: number) => string | undefined;
  /** Fetches that are awaited or made for the fragment with a label. */
  readonly fetchesOf: (label: string) => ReadonlySet<number>;
}

/** What one group of a part brings, at an object. */
interface News {
  readonly path: Path;
  readonly data: Utf8Text;
}

/** Writes one deferred fragment at all objects where its turn has come. */
export class DeferredBatch {
  readonly #run: Run;
  readonly #deferral: Deferral;
  readonly #plan: DeliveryPlan;
  readonly #fragment: DeferredFragment;
  readonly #writer: FragmentWriter;
  readonly #errors: ReadonlyMap<DeferredPart, readonly AnswerError[]>;
  readonly #rows = new Map<unknown, (path: Path) => number>();
  #first = true;

  constructor(
    run: Run,
    deferral: Deferral,
    plan: DeliveryPlan,
    fragment: DeferredFragment,
    parts: readonly DeferredPart[],
  ) {
    this.#run = run;
    this.#deferral = deferral;
    this.#plan = plan;
    this.#fragment = fragment;
    this.#writer = plan.writers.of(fragment);
    this.#writer.makeRows(run);
    this.#errors = this.#reported(parts);
  }

  /**
   * Writes one part.
   * @param add takes what was found to be deferred within it; the part's groups may grow by that
   */
  write(
    part: DeferredPart,
    add: (found: FoundSite[]) => void,
  ): { data: FragmentData | undefined; errors: AnswerError[] } {
    const { errors } = this.#run;
    const told = errors.list.length;
    this.#deferral.among = (fetch) => this.#writer.fetches.has(fetch);
    for (const error of this.#errors.get(part) ?? []) this.#run.tell(error);
    const news = this.#groups(part, add);
    if (this.#first) this.#tellRemaining();
    this.#first = false;
    const own = errors.list.slice(told);
    if (!news) return { data: undefined, errors: own.length > 0 ? own : [this.#explanation(part.path)] };
    const plain = news.map(({ path, data }) => ({ path, data: plainText(data) }));
    return { data: { news: plain, whole: () => plainOf(this.#whole(part, news)) }, errors: own };
  }

  /** Undefined where a null came up to the part. */
  #groups(part: DeferredPart, add: (found: FoundSite[]) => void): readonly News[] | undefined {
    const written: GroupAtObject[] = [];
    const news: News[] = [];
    // A group may lead to further groups of the same part.
    for (const each of part.groups) {
      if (each.delivered) continue;
      const data = this.#text(this.#writer.group(each.site, each.group), each);
      if (data === undefined) {
        this.#deferral.drop();
        return undefined;
      }
      this.#run.take(data);
      add(this.#deferral.take());
      written.push(each);
      news.push({ path: each.path, data });
    }
    for (const each of written) each.delivered = true;
    return news;
  }

  #whole(part: DeferredPart, news: readonly News[]): Utf8Text | undefined {
    const { site, siteFragment } = part;
    const [only] = news;
    if (siteFragment.sole && news.length === 1 && only) return only.data;
    const counted = news.reduce((sum, { data }) => sum + data.length, 0);
    this.#deferral.quiet = true;
    // It is sent in place of the news.
    this.#run.room += counted;
    try {
      const text = this.#text(this.#writer.whole(site, siteFragment), part) ?? ('null' as Utf8Text);
      this.#run.take(text);
      return text;
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      this.#run.room -= counted;
      return undefined;
    } finally {
      this.#deferral.quiet = false;
    }
  }

  #text(
    write: ReturnType<FragmentWriter['group']>,
    { site, indices, path }: Pick<DeferredPart, 'site' | 'indices' | 'path'>,
  ): Utf8Text | undefined {
    let rows = this.#rows.get(site.position);
    if (!rows) {
      rows = this.#writer.locate(site, this.#run);
      this.#rows.set(site.position, rows);
    }
    this.#run.indices.splice(0, this.#run.indices.length, ...indices);
    return write(this.#run, rows(path)) as Utf8Text | undefined;
  }

  /** The errors that subgraphs reported, by the part on which their nulls stand. */
  #reported(parts: readonly DeferredPart[]): Map<DeferredPart, AnswerError[]> {
    const byPath = new Map(parts.map((part) => [JSON.stringify(part.path), part]));
    const errors = new Map<DeferredPart, AnswerError[]>();
    this.#deferral.reported = this.#deferral.reported.filter(({ fetch, error }) => {
      if (!this.#belongsHere(fetch, error)) return true;
      const { path = [] } = error;
      const depth = parts[0]?.path.length ?? 0;
      const part = byPath.get(JSON.stringify(path.slice(0, depth)));
      const owned = this.#plan.owners(path).includes(this.#fragment);
      if (!part && owned) return true;
      const target = part ?? parts[0];
      if (target) errors.set(target, [...(errors.get(target) ?? []), error]);
      return false;
    });
    return errors;
  }

  /** Whether an error stands on this fragment: its field is this fragment's, or nobody's who comes later and this fragment asked for it. */
  #belongsHere(fetch: number, { path }: AnswerError): boolean {
    const owners = this.#plan.owners(path);
    if (owners.includes(this.#fragment)) return true;
    if (this.#plan.deferredFor(fetch) !== this.#fragment.label) return false;
    return !owners.some((owner) => isWithin(owner, this.#fragment));
  }

  #tellRemaining(): void {
    const fetches = this.#plan.fetchesOf(this.#fragment.label);
    this.#run.tellRemainingFailures((fetch) => fetches.has(fetch));
  }

  /** Why there is a null, where that was told on an earlier part. */
  #explanation(path: Path): AnswerError {
    const told = this.#run.errors.list.find(
      (error) => error.path && (startsWith(error.path, path) || startsWith(path, error.path)),
    );
    const message = 'A field that must not be null has no value.';
    return told ?? { message, path, extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' }, foreign: false };
  }
}

function isWithin(fragment: DeferredFragment, around: DeferredFragment): boolean {
  for (let parent = fragment.parent; parent; parent = parent.parent) if (parent === around) return true;
  return false;
}

function plainOf(text: Utf8Text | undefined): string | undefined {
  return text === undefined ? undefined : plainText(text);
}
