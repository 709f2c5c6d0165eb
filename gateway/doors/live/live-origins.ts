import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a web page of a foreign origin asks. Browsers open WebSockets and event streams for any page, with the visitor's cookies, and
 * ask nobody before; programs that are no browsers say no origin, and have nobody's cookies.
 * https://www.rfc-editor.org/rfc/rfc6455#section-10.2
 * @param allowed origins that may beside the gateway's own host
 */
export function isForeign(headers: IncomingHttpHeaders, allowed: 'any' | readonly string[]): boolean {
  if (allowed === 'any') return false;
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (origin === undefined) return site === 'cross-site' || site === 'same-site';
  if (allowed.includes(origin.toLowerCase())) return false;
  return host === undefined || !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase();
}
