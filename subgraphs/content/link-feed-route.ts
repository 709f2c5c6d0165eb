import type { FastifyInstance } from 'fastify';
import type { inputErrors } from '../kit/errors.ts';
import { readLinkFeed } from './store/link-feed.ts';
import type { ContentDb } from './store/tables.ts';

const DEFAULT_LIMIT = 500;
const MOST = 1_000;

/**
 * The feed of product links, from which commerce learns where a link leads: GET /feed/product-links?after=<position>&limit=<n> gives the
 * links that changed after a position, each once, as it stands, in the order of its last change; `next` is where to go on.
 */
export function serveLinkFeed(app: FastifyInstance, db: ContentDb): void {
  app.get<{ Querystring: Record<string, string> }>('/feed/product-links', async ({ query }, reply) => {
    const after = wholeNumber(query.after ?? '0', Number.MAX_SAFE_INTEGER);
    const limit = wholeNumber(query.limit ?? String(DEFAULT_LIMIT), MOST);
    if (after === undefined || limit === undefined || limit === 0) {
      const message = `after is a position of this feed (or 0), limit a number from 1 to ${MOST}.`;
      return reply.code(400).send({ code: 'ARGUMENT_INVALID' satisfies keyof typeof inputErrors, message });
    }
    const links = await readLinkFeed(db, after, limit);
    return { links, next: links.at(-1)?.position ?? after };
  });
}

function wholeNumber(text: unknown, most: number): number | undefined {
  const value = typeof text === 'string' && /^\d{1,16}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= most ? value : undefined;
}
