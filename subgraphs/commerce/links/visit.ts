import type { IncomingHttpHeaders } from 'node:http';
import { isbot } from 'isbot';
import type { ClientApp } from './destinations.ts';

/** A request for a jump URL, as far as it decides what becomes of it. */
export interface JumpRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The client that the URL names, if any. */
  readonly named?: string | undefined;
}

/**
 * TAP: a person opened it. AHEAD: a browser fetches what a person may open next. LOOK: somebody wants to know where it leads, as a program
 * does that makes a preview of it.
 */
export type VisitKind = 'TAP' | 'AHEAD' | 'LOOK';

/** What a request for a jump URL is. */
export interface Visit {
  readonly kind: VisitKind;
  readonly client: ClientApp;
  /** Whether a page is of more use than the destination: no app would open, or a preview is made. */
  readonly wantsPage: boolean;
}

const CLIENTS: readonly ClientApp[] = ['CONTENT_APP', 'MARKETPLACE_APP', 'WECHAT', 'WEB'];

/** How the apps' own browsers name themselves. */
const APPS: readonly (readonly [RegExp, ClientApp])[] = [
  [/MicroMessenger\//, 'WECHAT'],
  [/xhsdiscover|XiaoHongShu|\bdiscover\/\d/, 'CONTENT_APP'],
  [/AliApp\((?:TB|TM|TB-PD|LT)\/|\bjdapp;/, 'MARKETPLACE_APP'],
];

const PHONE = /Mobi|Android|iPhone|iPad|HarmonyOS/;

/** Tells what a request for a jump URL is, by its method and headers. */
export function judgeVisit({ method, headers, named }: JumpRequest): Visit {
  const agent = headers['user-agent'] ?? '';
  const client = CLIENTS.find((each) => each === named) ?? clientOf(agent);
  const isBot = isbot(agent);
  // No app opens on a desktop, whatever the URL says.
  const isDesktop = acceptsPage(headers) && !PHONE.test(agent);
  return { kind: kindOf(method, headers, isBot), client, wantsPage: isBot || isDesktop };
}

/** Whether a request asks for pages by name, as browsers do and programs don't. */
export function acceptsPage({ accept = '' }: IncomingHttpHeaders): boolean {
  return /\btext\/html\b/.test(accept);
}

function kindOf(method: string, headers: IncomingHttpHeaders, isBot: boolean): VisitKind {
  const purposes = [headers['sec-purpose'], headers.purpose, headers['x-purpose'], headers['x-moz']];
  if (purposes.some((value) => /prefetch|prerender|preview/.test(String(value)))) return 'AHEAD';
  return method === 'HEAD' || isBot ? 'LOOK' : 'TAP';
}

function clientOf(agent: string): ClientApp {
  return APPS.find(([pattern]) => pattern.test(agent))?.[1] ?? 'WEB';
}
