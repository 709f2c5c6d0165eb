import type { ClientStore } from '../clients/keys/client-store.ts';
import { Mendable } from '../errors/mendable.ts';
import { OWN_COMMAND } from '../process/own-command.ts';
import { addClient, changeClient, revokeKeys, rotateKey } from './clients/change-clients.ts';
import { describeClient, listClients } from './clients/describe-clients.ts';
import { type ClientFlags, clientFlags } from './clients/flags.ts';
import type { Command } from './command.ts';

/** What a subcommand is called with; it gives the text to print. */
type Act = (store: ClientStore, name: string, flags: ClientFlags) => Promise<string>;

const acts: Readonly<Record<string, Act>> = {
  add: addClient,
  change: changeClient,
  rotate: rotateKey,
  revoke: revokeKeys,
  show: describeClient,
};

export const clients: Command = {
  summary: 'manage clients with API keys',
  help: `Manages the clients that show API keys. Gateways that run take each change within a second.

  clients add <name>       make a client, and its first key, which is shown once
  clients list             all clients, and how many keys of each hold
  clients show <name>      what a client may do, and its keys
  clients change <name>    change what it may do, by the flags of add; what none names stays
  clients rotate <name>    make another key; the ones before end after the overlap
  clients revoke <name>    end all of its keys at once, or that of --key alone

  --keys <place>           where clients are kept: a file, or postgres://… (default: GATEWAY_KEYS)
  --operations <names>     add: registered operations that it may use, as NotePage,PartnerConversionsSince, or any
  --level <level>          add: what it may send: open (any document), log (the same, and what is not registered is reported),
                           safelist (texts of registered operations), or ids-only (default)
  --scopes <scopes>        add: what it is granted, as conversion:read,event:write
  --rows <rows>            add: ids of its own rows by policy, as own_shop=shop_1+shop_2,own_author=author_9; * for every row
  --quota <cost>           add: most cost per minute; change: none takes it away
  --requests <number>      add: most requests per second; change: none takes that and --burst away
  --burst <number>         add: most requests at once (default: twice --requests)
  --signed                 add: its requests must be signed; the secret for that is shown once
  --overlap <time>         rotate: how long the keys before hold on, as 0, 30m, 24h or 7d (default 24h)
  --key <id>               revoke: the key alone that has this id

Example: ${OWN_COMMAND} clients add partner-a --keys .data/clients.json --operations PartnerConversionsSince --scopes conversion:read,conversion:feed --quota 6000`,
  flags: clientFlags,
  takesWords: true,
  async run(flags, [action = '', name, ...more]) {
    const { openClientStore } = await import('../clients/keys/open-client-store.ts');
    const { readKeyStore } = await import('../config.ts');
    const given = flags as ClientFlags;
    const store = openClientStore(readKeyStore(given.keys));
    try {
      process.stdout.write(`${await answer(store, [action, name, more.length], given)}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** @throws {Mendable} */
async function answer(
  store: ClientStore,
  [action, name, more]: readonly [string, string | undefined, number],
  flags: ClientFlags,
): Promise<string> {
  if (action === 'list' && name === undefined) return listClients(store);
  const act = Object.hasOwn(acts, action) ? acts[action] : undefined;
  if (!act || name === undefined || more > 0) {
    throw new Mendable(`clients takes add, show, change, rotate or revoke with a name, or list; --help tells more`);
  }
  return act(store, name, flags);
}
