import type { DocumentStore } from '../../store/document-store.ts';
import type { StoredClients } from './stored-clients.ts';

/** Where clients with API keys are kept. */
export type ClientStore = DocumentStore<StoredClients>;
