import type { StoredClients } from './stored-clients.ts';

/** Where clients with API keys are kept. */
export interface ClientStore {
  /** Where it is, for people. */
  readonly place: string;
  /** Differs after each change; cheap to ask. Rejects where the store can't be reached. */
  version(): Promise<string>;
  /** Rejects where the store can't be reached, or holds something else. */
  read(): Promise<StoredClients>;
  /**
   * Changes what is kept, whole or not at all; nobody else changes it meanwhile.
   * @param edit may be called again, and throws to leave all as it is
   */
  change(edit: (clients: StoredClients) => StoredClients): Promise<void>;
  close(): Promise<void>;
}
