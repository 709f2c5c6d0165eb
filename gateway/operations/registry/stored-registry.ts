import { z } from 'zod';
import type { DocumentKind, DocumentStore } from '../../store/document-store.ts';

const instant = z.iso.datetime();
const names = z.array(z.string().min(1).max(200)).max(10_000);

/** Most characters of an operation's text: each gateway keeps it parsed and planned. */
export const LONGEST_TEXT = 200_000;
/** Most versions of all operations, for the same reason. */
export const MOST_VERSIONS = 10_000;

/** A version of an operation as it is kept. */
const StoredVersion = z.strictObject({
  version: z.int().positive(),
  /** SHA-256 of its text. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** Other ids under which clients ask for it, such as Relay's. */
  aliases: names.default([]),
  text: z.string().max(LONGEST_TEXT),
  /** What it is for. */
  description: z.string().max(10_000).optional(),
  /** Variables to try it with, as JSON. */
  example: z.string().max(100_000).optional(),
  owner: z.string().min(1).max(200),
  clients: z.union([z.literal('any'), names]),
  published: instant,
  /** Since when it is not served any more. */
  retired: instant.optional(),
});

/** All operations that were published, by name, each with its versions from the first. */
export const StoredRegistry = z.strictObject({
  format: z.literal('redcat-operations'),
  version: z.literal(1),
  operations: z.record(z.string().regex(/^[_A-Za-z]\w{0,199}$/), z.array(StoredVersion).min(1)),
});

export type StoredVersion = z.infer<typeof StoredVersion>;
export type StoredRegistry = z.infer<typeof StoredRegistry>;

/** Where operations are published to. */
export type RegistryStore = DocumentStore<StoredRegistry>;

/** How a registry is kept. */
export const REGISTRY: DocumentKind<StoredRegistry> = {
  table: 'redcat_operations',
  meaning: 'registered operations',
  madeBy: 'operations publish',
  schema: StoredRegistry,
  empty: { format: 'redcat-operations', version: 1, operations: {} },
};
