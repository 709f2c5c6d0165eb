import { hash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ClaimsRefused } from '../kit/claims/claims-reader.ts';
import type { inputErrors } from '../kit/errors.ts';
import { readLinkFeed } from './store/link-feed.ts';
import type { ContentDb } from './store/tables.ts';

const DEFAULT_LIMIT = 500;
const MOST = 1_000;

/** What the feed works with. */
interface LinkFeedParts {
  readonly db: ContentDb;
  /** What its reader must show; undefined for nothing that would do. */
  readonly token: string | undefined;
  /** Whether everyone is answered where there is no token. */
  readonly answersAll: boolean;
}

/**
 * The feed of product links, from which commerce learns where a link leads: GET /feed/product-links?after=<position>&limit=<n> gives the
 * links that changed after a position, each once, as it stands, in the order of its last change; `next` is where to go on.
 */
export function serveLinkFeed(app: FastifyInstance, { db, token, answersAll }: LinkFeedParts): void {
  const onRequest = async (request: FastifyRequest) => {
    if (token === undefined ? !answersAll : !isShown(request, token)) throw new ClaimsRefused();
  };
  const options = { config: { forOthers: true }, onRequest };
  app.get<{ Querystring: Record<string, string> }>('/feed/product-links', options, async ({ query }, reply) => {
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

/** Compared by hashes, which are as long whatever is shown. */
function isShown({ headers }: FastifyRequest, token: string): boolean {
  const hashed = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(hashed(headers.authorization ?? ''), hashed(`Bearer ${token}`));
}

function wholeNumber(text: unknown, most: number): number | undefined {
  const value = typeof text === 'string' && /^\d{1,16}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= most ? value : undefined;
}
