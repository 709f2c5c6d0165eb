import { hash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ClaimsRefused } from '../kit/claims/claims-reader.ts';
import type { inputErrors } from '../kit/errors.ts';

const DEFAULT_LIMIT = 500;
const MOST = 1_000;

/** What a feed of changes works with. */
interface FeedParts<Change> {
  /** Such as /feed/product-links. */
  readonly path: string;
  /** The name of the list in an answer. */
  readonly list: string;
  /** What changed after a position, each as it stands, in the order of the last changes. */
  readonly read: (after: number, limit: number) => Promise<readonly Change[]>;
  /** What its reader must show; undefined for nothing that would do. */
  readonly token: string | undefined;
  /** Whether everyone is answered where there is no token. */
  readonly answersAll: boolean;
}

/**
 * A feed from which commerce learns what changed here: GET <path>?after=<position>&limit=<n> gives what changed after a position, each once, as
 * it stands, in the order of its last change; `next` is where to go on.
 */
export function serveFeed<Change extends { readonly position: number }>(
  app: FastifyInstance,
  { path, list, read, token, answersAll }: FeedParts<Change>,
): void {
  const onRequest = async (request: FastifyRequest) => {
    if (token === undefined ? !answersAll : !isShown(request, token)) throw new ClaimsRefused();
  };
  const options = { config: { forOthers: true }, onRequest };
  app.get<{ Querystring: Record<string, string> }>(path, options, async ({ query }, reply) => {
    const after = wholeNumber(query.after ?? '0', Number.MAX_SAFE_INTEGER);
    const limit = wholeNumber(query.limit ?? String(DEFAULT_LIMIT), MOST);
    if (after === undefined || limit === undefined || limit === 0) {
      const message = `after is a position of this feed (or 0), limit a number from 1 to ${MOST}.`;
      return reply.code(400).send({ code: 'ARGUMENT_INVALID' satisfies keyof typeof inputErrors, message });
    }
    const changes = await read(after, limit);
    return { [list]: changes, next: changes.at(-1)?.position ?? after };
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
