import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { personOfViewer } from '../../kit/claims/person-of-viewer.ts';
import type { JumpTarget } from '../store/links/jump-targets.ts';
import { type ClientApp, deepLink, webLink } from './destinations.ts';
import { type FindTarget, LinksUnavailableError } from './find-target.ts';
import { landingPage } from './landing-page.ts';
import { type LinkErrorCode, linkErrors } from './link-errors.ts';
import { noTargetPage } from './no-target-page.ts';
import { PAGE_POLICY } from './page.ts';
import { pageLanguage } from './page-language.ts';
import { newTap } from './tap.ts';
import type { TapDesk } from './tap-desk.ts';
import { acceptsPage, judgeVisit } from './visit.ts';

const CODE = /^[A-Za-z0-9_-]{22}$/;
const RETRY_SECONDS = 5;

/** What the route runs on. */
export interface JumpRouteOptions {
  readonly find: FindTarget;
  readonly desk: TapDesk;
  readonly clock: () => Date;
  /** As `personOfTap` has it. */
  readonly personKey: string | undefined;
}

type JumpRouteRequest = FastifyRequest<{ Params: { code: string }; Querystring: { client?: string } }>;

/**
 * Serves jump URLs, `/l/<code>?client=<ClientApp>`: keeps the tap, and leads to where the link's product is sold and nowhere else, by
 * redirect, or by a page where no app opens. HEAD, fetches ahead and programs that make previews are no taps: they get no click id. Where
 * a browser fetches ahead it gets nothing at all, so that it asks again when the person taps.
 */
export function serveJumps(app: FastifyInstance, options: JumpRouteOptions): void {
  app.get('/l/:code', async (request: JumpRouteRequest, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    const target = await found(request.params.code, options.find).catch((error) => {
      if (error instanceof LinksUnavailableError) request.log.warn(error);
      else throw error;
      return null;
    });
    if (target === null) return leadNowhere(request, reply.header('retry-after', RETRY_SECONDS), 'LINKS_UNAVAILABLE');
    if (!target) return leadNowhere(request, reply, 'LINK_NOT_FOUND');
    const { method, headers, query } = request;
    const visit = judgeVisit({ method, headers, named: query.client });
    if (visit.kind === 'AHEAD') return reply.code(204).send();
    if (visit.kind === 'LOOK') return lead(request, reply, target, { ...visit, clickId: '' });
    const person = personOfViewer(request.claims, options.personKey);
    const tap = newTap({ linkId: target.linkId, searchId: null, person, tappedAt: options.clock() });
    await options.desk.take(tap);
    return lead(request, reply, target, { ...visit, clickId: tap.clickId });
  });
}

async function found(code: string, find: FindTarget): Promise<JumpTarget | undefined> {
  return CODE.test(code) ? find(code) : undefined;
}

/** Tells people by a page, and programs by Problem Details. https://www.rfc-editor.org/rfc/rfc9457 */
function leadNowhere({ headers, id }: FastifyRequest, reply: FastifyReply, code: LinkErrorCode) {
  const { status, meaning } = linkErrors[code];
  reply.code(status);
  if (acceptsPage(headers)) return sendPage(reply, noTargetPage(code, pageLanguage(headers['accept-language'])));
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, code, detail: meaning, requestId: id };
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

function lead(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  target: JumpTarget,
  { client, wantsPage, clickId }: { client: ClientApp; wantsPage: boolean; clickId: string },
) {
  const web = webLink(target, clickId);
  const to = deepLink(client, target, clickId) ?? web;
  if (to !== null && !wantsPage) return reply.redirect(to, 302);
  return sendPage(reply, landingPage(target, web, pageLanguage(headers['accept-language'])));
}

function sendPage(reply: FastifyReply, page: string) {
  return reply
    .headers({ 'content-security-policy': PAGE_POLICY, 'x-content-type-options': 'nosniff' })
    .type('text/html; charset=utf-8')
    .send(page);
}
