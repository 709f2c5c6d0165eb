import { z } from 'zod';
import { Mendable } from '../errors/mendable.ts';
import { documentId } from './read-document.ts';
import type { RegisteredOperation } from './registered-operation.ts';

/** https://www.apollographql.com/docs/graphos/platform/security/persisted-queries */
const Manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string().min(1).max(200),
      name: z.string(),
      type: z.enum(['query', 'mutation', 'subscription']),
      body: z.string(),
    }),
  ),
});

/** Relay's persisted queries: texts by their ids, MD5 as a rule. https://relay.dev/docs/guides/persisted-queries/ */
const RelayQueries = z.record(z.string().min(1).max(200), z.string());

/** An operation of a manifest. */
export interface ManifestEntry {
  readonly text: string;
  /** Under which clients ask for it, where that is not the hash of its text. */
  readonly alias: string | undefined;
}

/** A manifest of Apollo's format, as `@apollo/generate-persisted-query-manifest` writes it: operations sorted by name. */
export function manifestText(operations: readonly RegisteredOperation[]): string {
  const entries = operations
    .map(({ id, name, kind: type, text: body }) => ({ id, name, type, body }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: entries };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/**
 * Reads a manifest of Apollo's format, or Relay's persisted queries.
 * @param origin where it comes from, for messages
 * @throws {Mendable} where it is neither
 */
export function readManifest(text: string, origin: string): ManifestEntry[] {
  const json = parsed(text);
  const manifest = Manifest.safeParse(json);
  if (manifest.success) return manifest.data.operations.map(({ id, body }) => entryOf(id, body));
  const relay = RelayQueries.safeParse(json);
  if (relay.success) return Object.entries(relay.data).map(([id, body]) => entryOf(id, body));
  throw new Mendable(`${origin} is neither a manifest of Apollo’s format, version 1, nor Relay’s persisted queries`);
}

function entryOf(id: string, text: string): ManifestEntry {
  return { text, alias: id === documentId(text) ? undefined : id };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
