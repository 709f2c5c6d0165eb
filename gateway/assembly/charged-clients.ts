import type { IncomingHttpHeaders } from 'node:http';
import { type Caller, callerOf } from '../clients/caller.ts';
import { ANONYMOUS } from '../clients/client.ts';
import type { Clients } from '../clients/clients.ts';
import { Unidentified } from '../clients/unidentified.ts';
import type { Gate } from '../guard/gate.ts';
import { accountAddress } from '../guard/quota/address.ts';
import type { Log } from '../telemetry/log.ts';

/** What charging callers works with. */
interface ChargingParts {
  readonly gate: Gate;
  /** How many of our own proxies stand before the gateway; undefined where no address is charged. */
  readonly proxies: number | undefined;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * The same clients, their callers with the accounts to which they are charged. Who shows a wrong credential is charged as one who shows none, so that
 * nobody tries credentials faster than that.
 */
export function chargedClients(clients: Clients, { gate, proxies, log }: ChargingParts): Clients {
  const noteProxy = proxyNotes(proxies, log);
  const charged = (caller: Caller, headers: IncomingHttpHeaders, socket: string | undefined): Caller => {
    if (proxies === undefined || caller.client.kind !== 'anonymous') return gate.charge(caller);
    noteProxy(headers);
    return gate.charge({ ...caller, address: accountAddress(socket, headers, proxies) });
  };
  const refused = (
    error: unknown,
    requestId: string,
    headers: IncomingHttpHeaders,
    socket: string | undefined,
  ): Promise<never> | never => {
    if (!(error instanceof Unidentified)) throw error;
    const turnedAway = gate.enter(charged(callerOf(requestId, {}, ANONYMOUS), headers, socket));
    if (!(turnedAway instanceof Promise)) throw turnedAway ?? error;
    return turnedAway.then((away) => {
      throw away ?? error;
    });
  };
  return {
    ...clients,
    identify(requestId, headers, socket) {
      let caller: Caller | Promise<Caller>;
      try {
        caller = clients.identify(requestId, headers);
      } catch (error) {
        return refused(error, requestId, headers, socket);
      }
      if (!(caller instanceof Promise)) return charged(caller, headers, socket);
      return caller.then(
        (known) => charged(known, headers, socket),
        (error) => refused(error, requestId, headers, socket),
      );
    },
  };
}

/** Says once that callers come through a proxy that is not counted: they all would be charged as one. */
function proxyNotes(proxies: number | undefined, log: ChargingParts['log']): (headers: IncomingHttpHeaders) => void {
  let isNoted = proxies !== 0;
  return (headers) => {
    if (isNoted || headers['x-forwarded-for'] === undefined) return;
    isNoted = true;
    log.warn(
      {},
      'a request came with x-forwarded-for: if a proxy of yours stands before this gateway, say so by GATEWAY_TRUSTED_PROXIES; all callers behind it share the quota of one address',
    );
  };
}
