import type { z } from 'zod';

/** What is kept as one document, changed whole or not at all. */
export interface DocumentKind<T> {
  /** Its table, where it is kept in PostgreSQL. */
  readonly table: string;
  /** What it is, for people. */
  readonly meaning: string;
  /** The command that makes the first one. */
  readonly madeBy: string;
  readonly schema: z.ZodType<T>;
  /** Where nothing was kept yet. */
  readonly empty: T;
}

/** Where a document is kept. */
export interface DocumentStore<T> {
  /** Where it is, for people. */
  readonly place: string;
  /** Differs after each change; cheap to ask. Rejects where the store can't be reached. */
  version(): Promise<string>;
  /** Rejects where the store can't be reached, or holds something else. */
  read(): Promise<T>;
  /**
   * Changes what is kept, whole or not at all; nobody else changes it meanwhile.
   * @param edit may be called again, and throws to leave all as it is
   * @throws {Mendable} (the promise) where what it gives could not be read again
   */
  change(edit: (document: T) => T): Promise<void>;
  close(): Promise<void>;
}
