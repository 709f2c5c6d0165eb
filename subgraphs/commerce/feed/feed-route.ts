import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { hasScope } from '../../kit/claims/own-rows.ts';
import { InputError, type inputErrors } from '../../kit/errors.ts';
import { readInstant } from '../../kit/scalars.ts';
import type { ActiveAccounts } from '../accounts/active-accounts.ts';
import { settleClaims } from '../accounts/settle-claims.ts';
import { watchRights } from '../accounts/watch-rights.ts';
import { ownShops } from '../own-shop.ts';
import type { CommerceDb } from '../store/tables.ts';
import { type FeedFilter, readFeedFilter } from './feed-filter.ts';
import { type Following, feedLines, PAGE } from './feed-lines.ts';
import { readFeedPage } from './feed-page.ts';

const PARAMETERS = ['after', 'stages', 'shopIds', 'changedSince', 'follow'];
const RETRY_AFTER_S = 5;
/** A cursor of an epoch that is gone names nothing any more. https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11 */
const GONE = 410;

/** What the route runs on. */
export interface FeedRouteOptions extends Following {
  readonly db: CommerceDb;
  /** Most streams at once. */
  readonly streams: number;
  /** Which joint accounts are ACTIVE. */
  readonly accounts: ActiveAccounts;
  /** After which a stream ends, in milliseconds; its reader goes on with its last cursor. */
  readonly longestMs: number;
}

/**
 * Serves the feed of conversions as NDJSON: GET /feed/conversions?after=…&stages=…,…&shopIds=…,…&changedSince=…&follow=true, each line with
 * its cursor. It ends with the data, or follows it.
 */
export function serveFeed(app: FastifyInstance, options: FeedRouteOptions): void {
  const { db, streams, longestMs, accounts } = options;
  const stopping = new AbortController();
  let open = 0;
  app.addHook('preClose', async () => stopping.abort());
  app.get<{ Querystring: Record<string, unknown> }>(
    '/feed/conversions',
    { exposeHeadRoute: false },
    async ({ query, claims: said }, reply) => {
      const refuse = (status: number, code: keyof typeof inputErrors, message: string) =>
        reply.code(status).send({ code, message });
      if (!hasScope(said, 'conversion:feed')) {
        return refuse(403, 'ROW_FORBIDDEN', 'The feed of conversions needs the scope conversion:feed.');
      }
      if (open >= streams) {
        reply.header('retry-after', RETRY_AFTER_S);
        return refuse(503, 'FEED_BUSY', `${streams} streams are open: come back in ${RETRY_AFTER_S} seconds.`);
      }
      open++;
      try {
        const claims = await settleClaims(said, accounts);
        const { filter, after, follow } = readQuery(query, ownShops(claims));
        const rights = watchRights(said, claims, accounts);
        const first = await readFeedPage(db, { filter, first: PAGE, after }).catch((error) => {
          rights.end();
          throw error;
        });
        const ending = AbortSignal.any([stopping.signal, AbortSignal.timeout(longestMs)]);
        const following = follow ? options : undefined;
        const lines = feedLines({ db, filter, first, following, stopping: ending, narrowed: rights.narrowed });
        const stream = Readable.from(lines, { highWaterMark: 1 });
        // Who reads nothing for so long is cut off, with whatever was made for them.
        const cutOff = setTimeout(() => stream.destroy(), 2 * longestMs).unref();
        open++;
        stream.once('close', () => {
          open--;
          rights.end();
          clearTimeout(cutOff);
        });
        return reply.type('application/x-ndjson').header('cache-control', 'no-store').send(stream);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        const code = error.extensions.code as keyof typeof inputErrors;
        return refuse(code.startsWith('FEED_') ? GONE : 400, code, error.message);
      } finally {
        open--;
      }
    },
  );
}

function readQuery(
  query: Record<string, unknown>,
  own: ReadonlySet<string> | undefined,
): { filter: FeedFilter; after: string | null; follow: boolean } {
  const given = Object.entries(query).map(([name, value]) => {
    if (PARAMETERS.includes(name) && typeof value === 'string') return [name, value] as const;
    const message = `The feed takes ${PARAMETERS.join(', ')}, each once; lists are written with commas.`;
    throw new InputError('ARGUMENT_INVALID', message);
  });
  const { after, stages, shopIds, changedSince, follow } = Object.fromEntries(given) as Record<
    string,
    string | undefined
  >;
  const since = changedSince === undefined ? null : readInstant(changedSince);
  if (since === undefined) {
    throw new InputError('ARGUMENT_INVALID', 'changedSince takes an instant with an offset, as 2025-05-07T04:00:00Z.');
  }
  if (follow !== undefined && follow !== 'true' && follow !== 'false') {
    throw new InputError('ARGUMENT_INVALID', 'follow takes true or false.');
  }
  const lists = { stages: stages?.split(','), shopIds: shopIds?.split(',') };
  const filter = readFeedFilter({ ...lists, changedSince: since }, own);
  return { filter, after: after ?? null, follow: follow === 'true' };
}
