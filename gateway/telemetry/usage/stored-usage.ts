import { z } from 'zod';
import { isRegistry } from '../../operations/registry/operations-source.ts';
import type { DocumentKind, DocumentStore } from '../../store/document-store.ts';
import { isPostgres, openDocument } from '../../store/open-document.ts';

const instant = z.iso.datetime();
const count = z.number().nonnegative();

/** What a client did with one operation. What later versions note beside it stays there. */
const OperationUse = z.looseObject({
  /** Of the operation; absent where it has none. */
  name: z.string().optional(),
  /** Of the registered operation; absent where it is not registered. */
  version: z.int().positive().optional(),
  /** Hash of the text. */
  id: z.string(),
  requests: count,
  /** Requests whose answer had errors. */
  errors: count,
  /** In sum, from the request read to the answer made. */
  milliseconds: count,
  /** What the requests were charged, in sum. */
  cost: count,
  first: instant,
  last: instant,
});

/** Who uses what. What later versions note beside it stays there. */
export const StoredUsage = z.looseObject({
  format: z.literal('redcat-usage'),
  version: z.literal(1),
  /** By the client's name. */
  operations: z.record(z.string(), z.array(OperationUse)),
  /** When each client last selected a field, gave an argument or read an enum, by schema coordinate and the client's name. */
  fields: z.record(z.string(), z.record(z.string(), instant)),
  /**
   * When each client last gave a field of an input object or a value of an enum, by schema coordinate and the client's name; and as `$Type` when it last named or
   * gave a type. Absent where nobody noted that yet.
   */
  inputs: z.record(z.string(), z.record(z.string(), instant)).optional(),
  /** Since when that is noted. */
  inputsSince: instant.optional(),
});

export type OperationUse = z.infer<typeof OperationUse>;
export type StoredUsage = z.infer<typeof StoredUsage>;

/** Where usage is kept. */
export type UsageStore = DocumentStore<StoredUsage>;

/** What is kept before anything was used. */
export const NO_USE: StoredUsage = { format: 'redcat-usage', version: 1, operations: {}, fields: {} };

const USAGE: DocumentKind<StoredUsage> = {
  table: 'redcat_usage',
  meaning: 'who uses what',
  madeBy: 'a gateway',
  schema: StoredUsage,
  empty: NO_USE,
};

/** The store of usage at a place. Nothing is opened before it is asked. */
export function openUsage(place: string): UsageStore {
  return openDocument(place, USAGE);
}

/**
 * Where usage is kept: beside the registry where nothing is said; undefined for nowhere.
 * @param chosen a file, `postgres://…` or `none`
 * @param operations where operations are kept
 */
export function usagePlace(chosen: string | undefined, operations: string): string | undefined {
  if (chosen !== undefined) return chosen === 'none' ? undefined : chosen;
  if (!isRegistry(operations)) return undefined;
  return isPostgres(operations) ? operations : operations.replace(/\.json$/, '.usage.json');
}
