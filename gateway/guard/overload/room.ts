import type { Client } from '../../clients/client.ts';

/** How much of what all clients have together a kind of them may take: whoever is not known never takes all of it. */
const SHARES: Readonly<Record<Client['kind'], number>> = {
  anonymous: 0.75,
  viewer: 0.9,
  partner: 1,
  development: 1,
  shared: 1,
};

/** Whether there is room for one more of a client's. @param taken by all @param limit for all */
export function hasRoom(taken: number, limit: number, { kind }: Pick<Client, 'kind'>): boolean {
  return taken < Math.ceil(limit * SHARES[kind]);
}
