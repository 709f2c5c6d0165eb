import { type Client, grantsOf } from '../client.ts';
import { Unidentified } from '../unidentified.ts';
import { KeyDigest, keyIdOf } from './api-key.ts';
import { isLive, type StoredClient, type StoredClients, type StoredKey, storedQuota } from './stored-clients.ts';

/** A client by one of its keys. */
interface Held {
  readonly client: Client;
  readonly digest: KeyDigest;
  /** The secret by which the client signs its requests, where it must. */
  readonly signingSecret: Buffer | undefined;
  /** Equal for what grants the same, until whenever that is. */
  readonly text: string;
  readonly revocation: AbortController;
}

/** The keys that hold, and whose they are. */
export class KeyRing {
  readonly #held = new Map<string, Held>();
  readonly #expiring: Held[] = [];
  readonly #secrets = new WeakMap<Client, Buffer>();
  /** Clients that must sign, also those whose keys ended since: a request of theirs may be under way. */
  readonly #signing: WeakSet<Client>;

  /**
   * @param before the keys that held until now: whose key is gone or grants something else is told, by `Client.revoked`
   * @param now milliseconds since 1970
   */
  constructor({ clients }: StoredClients, now: number, before?: KeyRing) {
    this.#signing = before ? before.#signing : new WeakSet();
    const known = before ? before.#held : new Map<string, Held>();
    for (const [name, stored] of Object.entries(clients)) {
      for (const key of stored.keys) if (isLive(key, now)) this.#hold(name, stored, key, known.get(key.id));
    }
    for (const [id, { revocation }] of known) if (this.#held.get(id)?.revocation !== revocation) revocation.abort();
  }

  /** Tells of keys that ended by themselves since, as those do that were rotated while something stood open by them. @param now milliseconds since 1970 */
  endExpired(now: number): void {
    for (const { client, revocation } of this.#expiring) {
      if (client.expiresAt > now || revocation.signal.aborted) continue;
      revocation.abort();
    }
  }

  get size(): number {
    return this.#held.size;
  }

  /**
   * Whose key it is.
   * @param now milliseconds since 1970
   * @throws {Unidentified} for one that does not hold, whyever
   */
  clientOf(text: string, now: number): Client {
    const held = this.#held.get(keyIdOf(text) ?? '');
    if (!held?.digest.isOf(text) || held.client.expiresAt <= now) {
      throw new Unidentified('CREDENTIAL_REFUSED');
    }
    return held.client;
  }

  /** Whether some client must sign. */
  get hasSigners(): boolean {
    return this.#held.values().some(({ signingSecret }) => signingSecret !== undefined);
  }

  /** Whether a client must sign. */
  mustSign(client: Client): boolean {
    return this.#signing.has(client);
  }

  /** The secret by which a client must sign; undefined where it need not, or its key ended. */
  signingSecretOf(client: Client): Buffer | undefined {
    return this.#secrets.get(client);
  }

  #hold(name: string, stored: StoredClient, key: StoredKey, before: Held | undefined): void {
    const { keys, ...granted } = stored;
    const { expires, ...lasting } = key;
    const text = JSON.stringify([name, granted, lasting]);
    const isKnown = before?.text === text;
    const isSame = isKnown && before.client.expiresAt === endOf(key);
    // What was opened by a key goes on when it is told until when that holds.
    const held = isSame ? before : heldOf(name, stored, key, text, isKnown ? before.revocation : new AbortController());
    this.#held.set(key.id, held);
    if (expires !== undefined) this.#expiring.push(held);
    if (!held.signingSecret) return;
    this.#secrets.set(held.client, held.signingSecret);
    this.#signing.add(held.client);
  }
}

/** Until when a key holds, in milliseconds since 1970. */
function endOf({ expires }: StoredKey): number {
  return expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(expires);
}

function heldOf(name: string, stored: StoredClient, key: StoredKey, text: string, revocation: AbortController): Held {
  const { operations, level, scopes, rows, signingSecret } = stored;
  const quota = storedQuota(stored);
  const client: Client = {
    kind: 'partner',
    name,
    subject: name,
    person: undefined,
    grants: grantsOf(scopes, rows),
    rows,
    operations: operations === 'any' ? 'any' : new Set(operations),
    level,
    ...(quota && { quota }),
    expiresAt: endOf(key),
    revoked: revocation.signal,
  };
  const secret = signingSecret === undefined ? undefined : Buffer.from(signingSecret, 'base64url');
  return { client, digest: new KeyDigest(key.digest), signingSecret: secret, text, revocation };
}
