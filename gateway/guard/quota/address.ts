import type { IncomingHttpHeaders } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * From where a request comes, as far as one account reaches: an IPv4 address, or the /64 of an IPv6 address, since whoever has one of those has all
 * of it.
 * @param socket the address of the other end of the connection
 * @param proxies how many proxies of our own stand before this gateway: each adds the address that it sees to `x-forwarded-for`, at its end
 */
export function accountAddress(
  socket: string | undefined,
  headers: IncomingHttpHeaders,
  proxies: number,
): string | undefined {
  if (proxies === 0) return reachOf(socket);
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  return reachOf(withoutPort(told.at(-proxies)?.trim() ?? '') || socket);
}

/** Some proxies write the client's port, too, which is another for each connection: `203.0.113.7:41234`, `[2001:db8::1]:41234`. */
function withoutPort(address: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address;
}

function reachOf(address: string | undefined): string | undefined {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address ?? '')?.[1];
  if (mapped) return mapped;
  if (address === undefined || !isIPv6(address)) return address?.slice(0, 64);
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter((group) => group !== '');
  const behind = tail === undefined ? 0 : tail.split(':').filter((group) => group !== '').length;
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - behind);
  const whole = [...groups, ...Array.from({ length: zeros }, () => '0'), ...(tail?.split(':') ?? [])];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
