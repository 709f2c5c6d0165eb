import { Generations } from '../caches/generations.ts';
import type { Caller } from '../clients/caller.ts';
import type { Client } from '../clients/client.ts';
import type { ClaimsOf } from '../clients/clients.ts';
import { VIEWER_HEADER } from '../subgraphs/headers/headers.ts';
import type { SignedClaims } from '../subgraphs/signed-claims.ts';
import type { Requirement } from './requirement.ts';

/** What an operation reads of who asks. */
export interface ReadOfCallers {
  /** By whom its answers may be shared among those of whom subgraphs are told the same. */
  readonly sharing: 'anyone' | 'person' | 'nobody';
  /** The policies by whose rows its answers may differ, beside those of its requirements; `any`: whatever subgraphs are told of a caller. */
  readonly policies: ReadonlySet<string> | 'any';
  /** What the schema asks for it. */
  readonly audience: { readonly requirements: readonly Requirement[] };
}

/** Who stands for several clients. */
interface Shared {
  readonly client: Client;
  readonly claims: SignedClaims | undefined;
}

/** Clients that stand for several and are kept, twice as many at most. */
const KEPT = 1000;

/**
 * Callers who stand for all of whom an operation reads the same: with the scopes that it asks for and the rows that it reads, and with
 * nothing else that could tell one from another. So what subgraphs are told is said of each of them.
 */
export class SharedCallers {
  readonly #claimsOf: ClaimsOf;
  /** By operation, and in it by client. */
  readonly #known = new WeakMap<ReadOfCallers, WeakMap<Client, Shared>>();
  readonly #alike = new Generations<string, Shared>(KEPT);

  /** @param claimsOf says what subgraphs are told of a client; undefined where none looks */
  constructor(claimsOf: ClaimsOf) {
    this.#claimsOf = claimsOf;
  }

  /** On whose behalf subgraphs are asked: the caller itself where it makes a difference which of several it is. */
  of(read: ReadOfCallers, caller: Caller): Caller {
    if (caller.client.kind === 'development' || read.policies === 'any' || read.sharing !== 'anyone') return caller;
    const { client, claims } = this.#sharedOf(read, caller.client, read.policies);
    return { requestId: caller.requestId, viewer: undefined, headers: withoutViewer(caller), client, claims };
  }

  #sharedOf(read: ReadOfCallers, client: Client, policies: ReadonlySet<string>): Shared {
    const ofOperation = this.#known.get(read) ?? new WeakMap<Client, Shared>();
    const known = ofOperation.get(client);
    if (known) return known;
    const made = sharedClient(client, read.audience.requirements, policies);
    const { scopes, authenticated } = made.grants;
    const text = JSON.stringify([authenticated, scopes === 'all' ? scopes : [...scopes].sort(), made.rows]);
    const shared = this.#alike.get(text) ?? { client: made, claims: this.#claimsOf?.(made) };
    this.#alike.set(text, shared);
    ofOperation.set(client, shared);
    this.#known.set(read, ofOperation);
    return shared;
  }
}

function withoutViewer({ headers }: Caller): Caller['headers'] {
  if (headers[VIEWER_HEADER] === undefined) return headers;
  const { [VIEWER_HEADER]: _viewer, ...others } = headers;
  return others;
}

function sharedClient(client: Client, requirements: readonly Requirement[], policies: ReadonlySet<string>): Client {
  const { authenticated, scopes: held } = client.grants;
  const named = (kind: Requirement['kind']) =>
    requirements.filter((each) => each.kind === kind).flatMap(({ anyOf }) => anyOf.flat());
  const scopes = held === 'all' ? held : new Set(named('scopes').filter((scope) => held.has(scope)));
  return {
    kind: 'shared',
    name: 'shared',
    subject: undefined,
    person: undefined,
    grants: { authenticated, scopes, policies: new Set() },
    rows: rowsOf(client.rows, new Set([...named('policies'), ...policies])),
    operations: 'any',
    level: 'open',
    expiresAt: Number.POSITIVE_INFINITY,
    revoked: undefined,
  };
}

function rowsOf(rows: Client['rows'], policies: ReadonlySet<string>): Client['rows'] {
  if (rows === 'all') return rows;
  const read: Record<string, readonly string[]> = {};
  for (const policy of [...policies].sort()) {
    const own = Object.hasOwn(rows, policy) ? rows[policy] : undefined;
    if (own) read[policy] = [...new Set(own)].sort();
  }
  return read;
}
