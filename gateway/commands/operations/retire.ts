import { Mendable } from '../../mendable.ts';
import type { RegistryStore, StoredVersion } from '../../operations/registry/stored-registry.ts';

/** A name, or a name with a version behind an @. */
const WORD = /^([_A-Za-z]\w*)(?:@([1-9]\d{0,8}))?$/;

/** Has operations served no more; they stay in the registry. @returns what to print @throws {Mendable} */
export async function retire(store: RegistryStore, words: readonly string[]): Promise<string> {
  if (words.length === 0) throw new Mendable('Say which: NotePage, or NotePage@2 for one version');
  let count = 0;
  await store.change((registry) => {
    count = 0;
    const operations = { ...registry.operations };
    for (const word of words) {
      const [name, meant] = meantBy(word, operations);
      const retired = new Date().toISOString();
      operations[name] = (operations[name] ?? []).map((version) => {
        if (!meant.includes(version)) return version;
        count++;
        return { ...version, retired };
      });
    }
    return { ...registry, operations };
  });
  return `${count} ${count === 1 ? 'version' : 'versions'} retired; gateways that read ${store.place} serve ${count === 1 ? 'it' : 'them'} no more within a second.`;
}

/** @throws {Mendable} */
function meantBy(
  word: string,
  operations: Readonly<Record<string, readonly StoredVersion[]>>,
): readonly [name: string, versions: readonly StoredVersion[]] {
  const [, name = '', version] = WORD.exec(word) ?? [];
  const versions = Object.hasOwn(operations, name) ? (operations[name] ?? []) : [];
  const meant = versions.filter(
    (each) => each.retired === undefined && (version === undefined || each.version === Number(version)),
  );
  if (meant.length > 0) return [name, meant];
  throw new Mendable(`No operation ${word} is served; \`operations list\` names those there are`);
}
