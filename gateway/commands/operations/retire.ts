import { Mendable } from '../../errors/mendable.ts';
import type { RegistryStore, StoredRegistry, StoredVersion } from '../../operations/registry/stored-registry.ts';
import type { StoredUsage } from '../../telemetry/usage/stored-usage.ts';
import { describeUsers, usersOfOperation } from '../../telemetry/usage/users-of.ts';

/** A name, or a name with a version behind an @. */
const WORD = /^([_A-Za-z]\w*)(?:@([1-9]\d{0,8}))?$/;
/** How long ago the last use may be of an operation that counts as in use, in milliseconds. */
const IN_USE = 30 * 86_400_000;

/** What retiring looks at. */
interface RetireParts {
  readonly store: RegistryStore;
  /** Undefined where nobody writes it. */
  readonly usage: StoredUsage | undefined;
  /** Whether those in use are retired all the same. */
  readonly force: boolean;
}

/**
 * Has operations served no more; they stay in the registry.
 * @returns what to print
 * @throws {Mendable} for an unknown one, or one in use, with who uses it and when last
 */
export async function retire({ store, usage, force }: RetireParts, words: readonly string[]): Promise<string> {
  if (words.length === 0) throw new Mendable('Say which: NotePage, or NotePage@2 for one version');
  const warnings = usage ? warningsOf(await store.read(), words, usage) : [];
  if (warnings.length > 0 && !force) {
    throw new Mendable(`${warnings.join('\n')}\nNothing is retired; --force retires it all the same`);
  }
  let count = 0;
  await store.change((registry) => {
    const operations = { ...registry.operations };
    const retired = new Date().toISOString();
    count = 0;
    for (const word of words) {
      const [name, meant] = meantBy(word, registry);
      count += meant.length;
      operations[name] = (operations[name] ?? []).map((each) => (meant.includes(each) ? { ...each, retired } : each));
    }
    return { ...registry, operations };
  });
  const what = `${count} ${count === 1 ? 'version' : 'versions'} retired; gateways that read ${store.place}`;
  return [...warnings, `${what} serve ${count === 1 ? 'it' : 'them'} no more within a second.`].join('\n');
}

function warningsOf(registry: StoredRegistry, words: readonly string[], usage: StoredUsage): string[] {
  const since = new Date(Date.now() - IN_USE).toISOString();
  return words.flatMap((word) => {
    const [name, meant] = meantBy(word, registry);
    return meant.flatMap(({ version, id }) => {
      const users = usersOfOperation(usage, id).filter(({ last }) => last >= since);
      return users.length > 0 ? [`${name} ${version} is in use by ${describeUsers(users)}`] : [];
    });
  });
}

/** @throws {Mendable} */
function meantBy(
  word: string,
  { operations }: StoredRegistry,
): readonly [name: string, versions: readonly StoredVersion[]] {
  const [, name = '', version] = WORD.exec(word) ?? [];
  const versions = Object.hasOwn(operations, name) ? (operations[name] ?? []) : [];
  const meant = versions.filter(
    (each) => each.retired === undefined && (version === undefined || each.version === Number(version)),
  );
  if (meant.length > 0) return [name, meant];
  throw new Mendable(`No operation ${word} is served; \`operations list\` names those there are`);
}
