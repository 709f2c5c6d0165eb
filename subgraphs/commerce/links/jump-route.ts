import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EventRecorder } from '../conversions/recorder.ts';
import { destinationsOfProducts } from '../store/destinations.ts';
import { linkTargetByCode } from '../store/link-targets.ts';
import type { CommerceDb } from '../store/tables.ts';
import { type ClientApp, deepLink, fallbackUrl } from './destinations.ts';
import { newTap, recordTap } from './tap.ts';

const CODE = /^[A-Za-z0-9_-]{22}$/;
const CLIENTS: readonly ClientApp[] = ['CONTENT_APP', 'MARKETPLACE_APP', 'WECHAT', 'WEB'];

/** What the route runs on. */
export interface JumpRouteOptions {
  readonly db: CommerceDb;
  readonly recorder: EventRecorder;
  /** RedCat's own address. */
  readonly publicUrl: string;
  readonly clock: () => Date;
}

/**
 * Serves jump URLs, `/l/<code>?client=<ClientApp>`: records the tap and redirects to where the link's product is sold, and nowhere else.
 * HEAD and prefetches are no taps. A tap that can't be recorded is logged, and lands all the same.
 */
export function serveJumps(app: FastifyInstance, options: JumpRouteOptions): void {
  app.get<{ Params: { code: string }; Querystring: { client?: string } }>('/l/:code', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const found = await findTarget(options.db, request.params.code);
    if (!found) return reply.code(404).type('text/plain; charset=utf-8').send('There is no such link. 链接不存在。\n');
    if (isPrefetch(request)) return reply.code(204).send();
    const tap = newTap(found.linkId, null, options.clock());
    if (request.method !== 'HEAD') {
      await recordTap(options.recorder, tap).catch((error: unknown) =>
        request.log.error(error, 'a tap was not recorded'),
      );
    }
    const client = CLIENTS.find((each) => each === request.query.client) ?? 'WEB';
    const app = deepLink(client, found.target, tap.clickId);
    return reply.redirect(app ?? fallbackUrl(found.target, tap.clickId, options.publicUrl), 302);
  });
}

async function findTarget(db: CommerceDb, code: string) {
  const link = CODE.test(code) ? await linkTargetByCode(db, code) : undefined;
  if (link?.status !== 'ACTIVE') return undefined;
  const [target] = await destinationsOfProducts(db, [link.productId]);
  return target && { linkId: link.linkId, target };
}

/** Browsers fetch ahead what may be tapped next; `no content` makes them ask again when it is. */
function isPrefetch({ headers }: FastifyRequest): boolean {
  return [headers['sec-purpose'], headers.purpose, headers['x-moz']].some((value) =>
    /prefetch|preview/.test(String(value)),
  );
}
