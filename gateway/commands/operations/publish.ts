import { Mendable } from '../../errors/mendable.ts';
import { type Publication, type Published, published, Unpublishable } from '../../operations/registry/publish.ts';
import type { RegistryStore } from '../../operations/registry/stored-registry.ts';
import type { OperationsFlags } from './flags.ts';
import { lineChanges } from './line-changes.ts';
import { readPublications } from './publications.ts';
import { checkOnSupergraph } from './supergraph-check.ts';

const MEANING: Readonly<Record<Published['change'], string>> = {
  new: 'new',
  version: 'new version',
  changed: 'changed in what is said of it',
  restored: 'served again',
  same: 'as it was',
};

/** Publishes operations, all or none. @returns what to print @throws {Mendable} */
export async function publish(
  store: RegistryStore,
  paths: readonly string[],
  { supergraph, ...flags }: OperationsFlags & { readonly supergraph: string },
): Promise<string> {
  const publications = await readPublications(paths, flags);
  await checkOnSupergraph(publications, supergraph);
  let changes: readonly Published[] = [];
  await store.change((registry) => {
    const done = publishing(() => published(registry, publications, new Date().toISOString()));
    changes = done.changes;
    return done.registry;
  });
  return [...changes.map(line), `Gateways that read ${store.place} serve them within a second.`].join('\n');
}

/** What publishing would change. @returns what to print, and whether that is anything @throws {Mendable} */
export async function difference(
  store: RegistryStore,
  paths: readonly string[],
  flags: OperationsFlags,
): Promise<{ readonly text: string; readonly differs: boolean }> {
  const publications = await readPublications(paths, flags);
  const registry = await store.read();
  const { changes } = publishing(() => published(registry, publications, new Date().toISOString()));
  const texts = new Map(publications.map(({ name, text }: Publication) => [name, text]));
  const told = changes.filter(({ change }) => change !== 'same');
  const blocks = told.map((change) => {
    const { name, before } = change;
    return before === undefined
      ? line(change)
      : [line(change), ...lineChanges(before, texts.get(name) ?? '')].join('\n');
  });
  return { text: blocks.join('\n') || 'Nothing would change.', differs: told.length > 0 };
}

function line({ name, version, change }: Published): string {
  return `${name} ${version}  ${MEANING[change]}`;
}

function publishing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Unpublishable ? new Mendable(error.message) : error;
  }
}
