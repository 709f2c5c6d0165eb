import { InputError } from '../../kit/errors.ts';
import { checkId } from '../../kit/ids.ts';
import { isTold, STAGES, type Stage } from '../conversions/stages.ts';

/** Which conversions a list holds, and where it begins. */
export interface FeedFilter {
  /** Null: all. */
  readonly stages: readonly Stage[] | null;
  readonly shopIds: readonly string[] | null;
  /** The shops of which its reader may see anything; null: all. */
  readonly own: readonly string[] | null;
  /** Where to begin without a cursor; null: at the beginning. */
  readonly changedSince: Date | null;
}

/** A filter as it is asked for. */
export interface AskedFilter {
  readonly stages?: readonly string[] | null;
  readonly shopIds?: readonly string[] | null;
  /** An instant in ISO 8601. */
  readonly changedSince?: string | null;
}

const MOST_SHOPS = 100;

/**
 * Checks a filter.
 * @param own the shops of which its reader may see anything; all by default
 * @throws {InputError} ID_INVALID, ARGUMENT_INVALID
 */
export function readFeedFilter({ stages, shopIds, changedSince }: AskedFilter, own?: ReadonlySet<string>): FeedFilter {
  return {
    stages: stages == null ? null : readList('stages', stages, STAGES.length, readStage),
    shopIds: shopIds == null ? null : readList('shopIds', shopIds, MOST_SHOPS, (id) => checkId(id, 'shop')),
    own: own ? [...own] : null,
    changedSince: changedSince == null ? null : new Date(changedSince),
  };
}

/** Names what a filter lets through, however it was written: cursors of one name can be used for one another. */
export function feedListOf({ stages, shopIds }: FeedFilter): string {
  return `conversions:${JSON.stringify([stages, shopIds])}`;
}

function readList<T extends string>(
  name: string,
  values: readonly string[],
  most: number,
  read: (value: string) => T,
): readonly T[] {
  const distinct = [...new Set(values.map(read))].sort();
  if (distinct.length > 0 && distinct.length <= most) return distinct;
  const right = `${name} takes 1 to ${most}; leave it out for all.`;
  throw new InputError('ARGUMENT_INVALID', `${name} has ${distinct.length} entries: ${right}`);
}

function readStage(value: string): Stage {
  const stage = STAGES.find((each) => each === value && isTold(each));
  if (stage) return stage;
  const told = STAGES.filter(isTold).join(', ');
  throw new InputError('ARGUMENT_INVALID', `The feed tells of the stages ${told}; stages had another one.`);
}
