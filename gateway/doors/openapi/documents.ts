import { hash } from 'node:crypto';
import { BoundedCache } from '../../caches/bounded-cache.ts';
import type { Client } from '../../clients/client.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import type { Snapshot } from '../../supergraph/snapshot.ts';
import { type Credentials, type OpenApiDocument, openApiDocument } from './document.ts';
import type { UsableOperations } from './usable-operations.ts';

/** The document for one set of operations. */
export interface BuiltDocument {
  readonly document: OpenApiDocument;
  readonly operations: readonly RegisteredOperation[];
  readonly json: string;
  readonly etag: string;
}

/** Sets of operations whose documents are kept for one snapshot: clients are usually of few kinds. */
const KEPT = 100;

/** Describes what callers may use; built once for each snapshot and set of operations. */
export class OpenApiDocuments {
  readonly #usable: UsableOperations;
  readonly #bySnapshot = new WeakMap<Snapshot, BoundedCache<string, BuiltDocument>>();
  readonly #names = new WeakMap<readonly RegisteredOperation[], string>();

  constructor(usable: UsableOperations) {
    this.#usable = usable;
  }

  of(snapshot: Snapshot, client: Client): BuiltDocument {
    const operations = this.#usable.of(snapshot, client);
    const credentials = CREDENTIALS[client.kind];
    let known = this.#bySnapshot.get(snapshot);
    if (!known) {
      known = new BoundedCache(KEPT);
      this.#bySnapshot.set(snapshot, known);
    }
    const key = hash('sha256', `${credentials}\n${this.#nameOf(operations)}`, 'base64url');
    let built = known.get(key);
    if (!built) {
      const document = openApiDocument(snapshot, operations, { version: key.slice(0, 12), credentials });
      const json = `${JSON.stringify(document, null, 2)}\n`;
      built = { document, operations, json, etag: `"${hash('sha256', json, 'base64url')}"` };
      known.set(key, built);
    }
    return built;
  }

  /** Names operations by all that is told of them. */
  #nameOf(operations: readonly RegisteredOperation[]): string {
    let name = this.#names.get(operations);
    if (name === undefined) {
      const told = operations.map(({ name, version, id, description, example }) => [
        name,
        version,
        id,
        description,
        example,
      ]);
      name = hash('sha256', JSON.stringify(told), 'base64url');
      this.#names.set(operations, name);
    }
    return name;
  }
}

const CREDENTIALS: Readonly<Record<Client['kind'], Credentials>> = {
  development: 'none',
  anonymous: 'optional',
  viewer: 'required',
  partner: 'required',
  shared: 'required',
};
