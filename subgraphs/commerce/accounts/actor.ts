import type { Claims } from '../../kit/claims/claims.ts';

/** By whom something was done, for the record: the client as the operator named it; of a viewer the program and who they are. */
export function actorOf({ kind, client, subject }: Claims): string {
  return kind === 'viewer' && subject !== undefined ? `${client}/${subject}` : client;
}
