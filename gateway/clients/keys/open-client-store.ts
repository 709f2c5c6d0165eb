import type { DocumentKind } from '../../store/document-store.ts';
import { openDocument } from '../../store/open-document.ts';
import type { ClientStore } from './client-store.ts';
import { NO_CLIENTS, StoredClients } from './stored-clients.ts';

const CLIENTS: DocumentKind<StoredClients> = {
  table: 'redcat_clients',
  meaning: 'clients with API keys',
  madeBy: 'clients add',
  schema: StoredClients,
  empty: NO_CLIENTS,
};

/** The store at a place: `postgres://…`, or a file. Nothing is opened before it is asked. */
export function openClientStore(place: string): ClientStore {
  return openDocument(place, CLIENTS);
}
