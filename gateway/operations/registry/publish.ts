import type { ManifestEntry } from '../manifest.ts';
import { type OperationText, readDocument } from '../read-document.ts';
import { LONGEST_TEXT, MOST_VERSIONS, type StoredRegistry, type StoredVersion } from './stored-registry.ts';

/** An operation to be published. */
export interface Publication extends ManifestEntry, OperationText {
  readonly description: string | undefined;
  readonly example: string | undefined;
  readonly owner: string;
  readonly clients: readonly string[] | 'any';
}

/** What becomes of one that is published. */
export interface Published {
  readonly name: string;
  readonly version: number;
  /** `new` operation, another `version` of one, `changed` in what surrounds its text, `restored` after it was retired, or as it was. */
  readonly change: 'new' | 'version' | 'changed' | 'restored' | 'same';
  /** The text of the version before, where this is another. */
  readonly before: string | undefined;
}

/** An operation can't be published; the message says why. */
export class Unpublishable extends Error {}

/**
 * Reads what a manifest or a folder holds.
 * @throws {Unpublishable} naming the operation
 */
export function publicationOf(
  entry: ManifestEntry,
  about: Omit<Publication, keyof ManifestEntry | keyof OperationText>,
): Publication {
  try {
    if (entry.text.length > LONGEST_TEXT) throw new Error(`it has more than ${LONGEST_TEXT} characters`);
    const read = readDocument(entry.text);
    // https://spec.graphql.org/October2021/#sec-Names.Reserved-Names
    if (read.name.startsWith('__')) throw new Error('names that begin with two underscores are reserved');
    return { ...about, ...entry, ...read };
  } catch (error) {
    const beginning = entry.text.trim().slice(0, 60).replaceAll(/\s+/g, ' ');
    throw new Unpublishable(`“${beginning}…” can’t be published: ${(error as Error).message}`);
  }
}

/**
 * A registry with these operations published, and what became of each. A text that is known stays the version that it is: what else is said
 * of it is changed. Another text is the next version; those before it are served on.
 * @param now an instant, as ISO 8601
 * @throws {Unpublishable} where there would be too many
 */
export function published(
  registry: StoredRegistry,
  publications: readonly Publication[],
  now: string,
): { readonly registry: StoredRegistry; readonly changes: readonly Published[] } {
  const operations: Record<string, StoredVersion[]> = { ...registry.operations };
  const changes = publications.map((publication) => {
    const known = (Object.hasOwn(operations, publication.name) ? operations[publication.name] : undefined) ?? [];
    const { versions, change } = withPublication(known, publication, now);
    operations[publication.name] = versions;
    return change;
  });
  const taken = aliasTwice(operations);
  if (taken !== undefined) throw new Unpublishable(`The id ${taken} would name two operations`);
  const count = Object.values(operations).reduce((sum, versions) => sum + versions.length, 0);
  if (count > MOST_VERSIONS)
    throw new Unpublishable(`There would be more than ${MOST_VERSIONS} versions of operations`);
  return { registry: { ...registry, operations }, changes };
}

/** An alias that names several texts that are served. */
function aliasTwice(operations: StoredRegistry['operations']): string | undefined {
  const served = Object.values(operations)
    .flat()
    .filter(({ retired }) => retired === undefined);
  const ids = new Map(served.map(({ id }) => [id, id]));
  for (const { id, aliases } of served) {
    for (const alias of aliases) {
      if (ids.has(alias) && ids.get(alias) !== id) return alias;
      ids.set(alias, id);
    }
  }
  return undefined;
}

function withPublication(
  known: readonly StoredVersion[],
  publication: Publication,
  now: string,
): { readonly versions: StoredVersion[]; readonly change: Published } {
  const { name, id, text, alias, description, example, owner, clients } = publication;
  const same = known.find((version) => version.id === id);
  const aliases = [...new Set([...(same?.aliases ?? []), ...(alias === undefined ? [] : [alias])])];
  const said = {
    aliases,
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
    owner,
    clients: clients === 'any' ? clients : [...clients],
  };
  if (!same) {
    const before = known.at(-1);
    const version = (before?.version ?? 0) + 1;
    const next: StoredVersion = { version, id, text, ...said, published: now };
    const change = { name, version, change: before ? 'version' : 'new', before: before?.text } as const;
    return { versions: [...known, next], change };
  }
  const { retired, ...kept } = same;
  const next: StoredVersion = { ...kept, ...said };
  const isSame = JSON.stringify(sorted(next)) === JSON.stringify(sorted(kept));
  const what = retired === undefined ? (isSame ? 'same' : 'changed') : 'restored';
  const versions = known.map((version) => (version === same ? next : version));
  return { versions, change: { name, version: same.version, change: what, before: undefined } };
}

function sorted(version: object): [string, unknown][] {
  return Object.entries(version).sort(([one], [other]) => (one < other ? -1 : 1));
}
