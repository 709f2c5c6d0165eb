import { postgresClients } from '../store/postgres-clients.ts';
import type { ClientStore } from './client-store.ts';
import { fileClients } from './file-clients.ts';

/** The store at a place: `postgres://…`, or a file. Nothing is opened before it is asked. */
export function openClientStore(place: string): ClientStore {
  return /^postgres(ql)?:\/\//.test(place) ? postgresClients(place) : fileClients(place);
}
