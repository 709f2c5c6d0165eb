import { isIP } from 'node:net';

/** Names by which this machine reaches itself, and containers the machine that they run on. */
const OWN_NAME = /^(localhost|[\w.-]+\.localhost|host\.docker\.internal)$/i;

/**
 * Whether a request was made for this machine by a name that nobody else can give it, or by an address. A web page of anyone's may give its own name the
 * address of this machine, and then read here what its visitor may: browsers take both for one place.
 * @param host the header; undefined where there is none: then no browser asks
 */
export function isOwnHost(host: string | undefined): boolean {
  if (host === undefined) return true;
  const name = host.replace(/:\d*$/, '');
  return OWN_NAME.test(name) || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
}
