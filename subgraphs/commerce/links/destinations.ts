/** Where a person is when they tap. */
export type ClientApp = 'CONTENT_APP' | 'MARKETPLACE_APP' | 'WECHAT' | 'WEB';

/** A product and its marketplace, as far as a link to it needs them. */
export interface Target {
  readonly platformId: string;
  readonly platformProductId: string;
  /** Templates with `{product}` and `{click}`; null where the marketplace has no app, or no site. */
  readonly appLink: string | null;
  readonly webLink: string | null;
}

/** An agreement between platforms, in force. */
export interface Agreement {
  readonly kind: string;
  /** Ids of platforms. */
  readonly parties: readonly string[];
}

/** The platform in whose app each client is. */
const appOf: Partial<Record<ClientApp, string>> = { CONTENT_APP: 'platform_xiaohongshu', WECHAT: 'platform_wechat' };

/** The URL that records a tap of a client on a link and redirects. */
export function jumpUrl(publicUrl: string, jumpCode: string, client: ClientApp): string {
  return new URL(`/l/${jumpCode}?client=${client}`, publicUrl).href;
}

/**
 * Whether the person can order and pay without leaving the app they are in: in the marketplace's own app, in the app whose own store it
 * is, and where an agreement lets one app open the other in place (微信内打开淘宝).
 */
export function opensInPlace(client: ClientApp, target: Target, agreements: readonly Agreement[]): boolean {
  if (client === 'MARKETPLACE_APP') return true;
  const app = appOf[client];
  if (app === undefined) return false;
  if (app === target.platformId) return true;
  return agreements.some(
    ({ kind, parties }) => kind === 'SOCIAL_LINKING' && parties.includes(app) && parties.includes(target.platformId),
  );
}

/** Opens the marketplace's app on the product, with the click's id; null where the client has no apps or the marketplace none. */
export function deepLink(client: ClientApp, target: Target, clickId: string): string | null {
  return client === 'WEB' || target.appLink === null ? null : filled(target.appLink, target, clickId);
}

/** The product on the marketplace's site, with the click's id; null where it has no site. */
export function webLink(target: Target, clickId: string): string | null {
  return target.webLink === null ? null : filled(target.webLink, target, clickId);
}

/** The product on the marketplace's site; where it has no site, RedCat's own address. */
export function fallbackUrl(target: Target, clickId: string, publicUrl: string): string {
  return webLink(target, clickId) ?? new URL('/', publicUrl).href;
}

function filled(template: string, { platformProductId }: Target, clickId: string): string {
  return template
    .replaceAll('{product}', encodeURIComponent(platformProductId))
    .replaceAll('{click}', encodeURIComponent(clickId));
}
