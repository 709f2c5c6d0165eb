import { Mendable } from '../errors/mendable.ts';
import type { RegistryStore } from '../operations/registry/stored-registry.ts';
import { OWN_COMMAND } from '../process/own-command.ts';
import type { Command } from './command.ts';
import { type OperationsFlags, operationsFlags } from './operations/flags.ts';

export const operations: Command = {
  summary: 'register operations, and see who uses them',
  help: `Manages registered operations: what clients may ask for by id or by name. Gateways that read the registry take each change
within a second; they serve what is valid, planned and compiled on their supergraph.

  operations build [folder]       write the manifest of a folder (default schema/operations), in the format of
                                  Apollo's generate-persisted-query-manifest
  operations publish <what…>      publish folders of *.graphql files, such files, manifests of Apollo's format, or
                                  Relay's persisted queries: all of it, or nothing where the supergraph can't answer some
  operations diff <what…>         what publishing that would change; ends with status 1 where it is anything
  operations list                 all versions of all operations
  operations retire <name…>       serve an operation no more, or one version of it, as NotePage@2; one that was used within
                                  30 days is refused, telling by whom and when last, unless --force is given
  operations usage [name…]        what each client did with each operation: requests, errors, time and cost

  --registry <place>      a file whose name ends in .json, or postgres://… (default: GATEWAY_OPERATIONS)
  --owner <team>          publish: the team or partner to be told when it breaks; files of a folder have the name of theirs
  --clients <names>       publish: clients that may use it, as partner-a,partner-b; viewers by their tokens’ azp, as app:web (default any)
  --supergraph <place>    publish: what must be able to answer it, a file or a URL (default: GATEWAY_SUPERGRAPH,
                          else schema/supergraph.graphql)
  --usage <place>         usage, retire: where gateways write who uses what (default: GATEWAY_USAGE, else beside the registry)
  --client <name>         list: what this client may use; usage: what it uses
  --force                 retire: also what is in use
  --json                  list, usage: as JSON
  --out <file>            build: where to write it (default: print it)
  --typename              build: with __typename in every selection, as Apollo Client asks for it
  --check                 build: write nothing; fail when the file is not what would be written

Examples:
  ${OWN_COMMAND} operations build --out persisted-query-manifest.json
  ${OWN_COMMAND} operations publish schema/operations --registry .data/operations.json
  ${OWN_COMMAND} operations publish persisted-query-manifest.json --owner web --clients app:web --registry .data/operations.json
  ${OWN_COMMAND} operations usage NotePage --usage .data/usage.json
  ${OWN_COMMAND} operations retire NotePage@1 --registry .data/operations.json`,
  flags: operationsFlags,
  takesWords: true,
  async run(given, [action = '', ...words]) {
    const flags = given as OperationsFlags;
    if (action === 'build') {
      const { buildManifest } = await import('./operations/build.ts');
      return say(await buildManifest(words, flags));
    }
    if (action === 'usage') {
      const { operationsUsage } = await import('./operations/usage.ts');
      return say(await operationsUsage(words, flags));
    }
    const act = Object.hasOwn(acts, action) ? acts[action] : undefined;
    if (!act) throw new Mendable('operations takes build, publish, diff, list, retire or usage; --help tells more');
    const { readRegistryPlace } = await import('../config.ts');
    const { openDocument } = await import('../store/open-document.ts');
    const { REGISTRY } = await import('../operations/registry/stored-registry.ts');
    const store = openDocument(readRegistryPlace(flags.registry), REGISTRY);
    try {
      return await act(store, words, flags);
    } finally {
      await store.close();
    }
  },
};

/** What a subcommand is called with; it gives the exit status. */
type Act = (store: RegistryStore, words: readonly string[], flags: OperationsFlags) => Promise<number>;

const acts: Readonly<Record<string, Act>> = {
  async publish(store, words, flags) {
    const { publish } = await import('./operations/publish.ts');
    const { readSupergraphPlace } = await import('../config.ts');
    return say(await publish(store, words, { ...flags, supergraph: readSupergraphPlace(flags.supergraph) }));
  },
  async diff(store, words, flags) {
    const { difference } = await import('./operations/publish.ts');
    const { text, differs } = await difference(store, words, flags);
    return say(text) + (differs ? 1 : 0);
  },
  async list(store, _words, flags) {
    const { listOperations } = await import('./operations/list.ts');
    return say(await listOperations(store, flags));
  },
  async retire(store, words, { usage: place, registry, force = false }) {
    const { retire } = await import('./operations/retire.ts');
    const { readUsage } = await import('./usage.ts');
    const usage = await readUsage(place, registry).catch((error: Error) => {
      process.stderr.write(`Who uses it can’t be said: ${error.message}\n`);
      return undefined;
    });
    if (!usage)
      process.stderr.write('It may have been in use: nobody writes who uses it where this looks (--usage).\n');
    return say(await retire({ store, usage, force }, words));
  },
};

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
