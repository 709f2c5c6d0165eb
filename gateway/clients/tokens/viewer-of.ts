import { hash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { type Client, grantsOf, PROGRAM_PREFIX } from '../client.ts';
import type { Level } from '../level.ts';

const words = z.array(z.string().min(1).max(200)).max(1000);

/** The claims of a token that are read, beside those that say whether it holds. */
const Read = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  exp: z.number(),
  /** https://www.rfc-editor.org/rfc/rfc9068#section-2.2.3 */
  scope: z.string().max(20_000).optional(),
  scp: z.union([z.string().max(20_000), words]).optional(),
  /** Ids of rows that are the viewer's own, by policy. */
  redcat_rows: z.record(z.string().regex(/^[A-Za-z]\w{0,99}$/), words).optional(),
  /** The program through which the viewer asks. */
  azp: z.string().max(200).optional(),
  client_id: z.string().max(200).optional(),
});

/** What holds for every viewer. */
export interface ViewerRules {
  /** How far the issuer's clock may be from ours, in seconds. */
  readonly skew: number;
  /** What viewers may send. */
  readonly level: Level;
}

/**
 * A viewer by the claims of a token that holds; undefined where they are none of a viewer.
 * @param revoked fires when the key that signed it is taken out
 */
export function viewerOf(payload: JWTPayload, { skew, level }: ViewerRules, revoked: AbortSignal): Client | undefined {
  const read = Read.safeParse(payload);
  if (!read.success) return undefined;
  const { iss, sub, exp, scope, scp, redcat_rows: rows = {}, azp, client_id: id } = read.data;
  const program = azp || id || undefined;
  const scopes = [...wordsIn(scope), ...(Array.isArray(scp) ? scp : wordsIn(scp))];
  return {
    kind: 'viewer',
    name: program === undefined ? 'viewer' : `${PROGRAM_PREFIX}${program}`,
    subject: sub,
    // With a colon, which no client's own `x-redcat-viewer` may have: nobody can say to be somebody who showed a token.
    person: `sub:${hash('sha256', JSON.stringify([iss, sub]), 'base64url')}`,
    grants: grantsOf(scopes, rows),
    rows,
    operations: 'any',
    level,
    expiresAt: (exp + skew) * 1000,
    revoked,
  };
}

function wordsIn(text = ''): string[] {
  return text.split(' ').filter((word) => word !== '');
}
