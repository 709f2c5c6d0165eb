import type { DocumentNode } from 'graphql';
import type { OperationSource } from './operation.ts';

/** One version of an operation that was registered: what it asks was decided before anybody sends it. */
export interface RegisteredOperation extends OperationSource {
  readonly name: string;
  /** Versions of one name count from 1. */
  readonly version: number;
  /** SHA-256 of the text, in lower-case hexadecimal, as manifests have it. */
  readonly id: string;
  /** Other ids under which clients ask for it, such as Relay's. */
  readonly aliases: readonly string[];
  readonly text: string;
  readonly document: DocumentNode;
  readonly registered: true;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** What it is for, as who wrote it says. */
  readonly description: string | undefined;
  /** Variables to try it with, as JSON. */
  readonly example: string | undefined;
  /** The team or partner to be told when it breaks. */
  readonly owner: string;
  /** Names of the clients that it was registered for. */
  readonly clients: readonly string[] | 'any';
}
