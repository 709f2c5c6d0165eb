import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../clients/caller.ts';
import type { Clients } from '../clients/clients.ts';
import type { Gate } from '../guard/gate.ts';
import { accountAddress } from '../guard/quota/address.ts';

/**
 * The same clients, their callers with the accounts to which they are charged.
 * @param proxies how many of our own stand before the gateway; undefined where no address is charged
 */
export function chargedClients(clients: Clients, gate: Gate, proxies: number | undefined): Clients {
  const charged = (caller: Caller, headers: IncomingHttpHeaders, socket: string | undefined): Caller => {
    if (proxies === undefined || caller.client.kind !== 'anonymous') return gate.charge(caller);
    return gate.charge({ ...caller, address: accountAddress(socket, headers, proxies) });
  };
  return {
    ...clients,
    identify(requestId, headers, socket) {
      const caller = clients.identify(requestId, headers);
      if (caller instanceof Promise) return caller.then((known) => charged(known, headers, socket));
      return charged(caller, headers, socket);
    },
  };
}
