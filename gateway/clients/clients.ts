import type { IncomingHttpHeaders } from 'node:http';
import type { SignedClaims } from '../subgraphs/signed-claims.ts';
import { type Caller, callerOf } from './caller.ts';
import { ANONYMOUS, type Client, DEVELOPMENT } from './client.ts';
import { credentialOf } from './credential.ts';
import type { Level } from './level.ts';
import { isOwnHost } from './own-host.ts';
import type { RequestSignatures, SignedRequest } from './signing/request-signatures.ts';
import { Unidentified } from './unidentified.ts';

/** Who asks. Whatever can be said at once is no promise: every request waits for it. */
export interface Clients {
  /**
   * Identifies who sent a request.
   * @param socket the address of the other end of its connection
   * @throws {ViewerInvalid | Unidentified} (or the promise)
   */
  identify(requestId: string, headers: IncomingHttpHeaders, socket?: string): Caller | Promise<Caller>;
  /** Whether a client's requests must be signed. */
  mustSign(client: Client): boolean;
  /**
   * Checks the signature of a client that must sign.
   * @throws {Unidentified} (or the promise)
   */
  checkSignature(client: Client, request: SignedRequest): void | Promise<void>;
  readonly claimsOf: ClaimsOf;
  close(): Promise<void>;
}

/** Says what subgraphs are told of a client; undefined where none looks. */
export type ClaimsOf = ((client: Client) => SignedClaims) | undefined;

const OTHER_NAME =
  'In development mode this gateway is for its own machine: ask it as localhost or by its address. To serve others, set GATEWAY_KEYS or GATEWAY_JWT_KEYS.';

/** Development mode: nobody is asked for a credential, and none is looked at. Whoever asks asks for this machine by its own name. */
export function openToAll(claimsOf: ClaimsOf, level: Level): Clients {
  const client = { ...DEVELOPMENT, level };
  const claims = claimsOf?.(client);
  let known: string | undefined;
  return {
    identify(requestId, headers) {
      const { host } = headers;
      if (host !== known && !isOwnHost(host)) throw new Unidentified('UNAUTHENTICATED', OTHER_NAME);
      known = host;
      return callerOf(requestId, headers, client, claims);
    },
    mustSign: () => false,
    checkSignature: () => undefined,
    claimsOf,
    close: async () => undefined,
  };
}

/** What credentials are checked against; undefined for kinds that are not taken. */
export interface CredentialParts {
  readonly keys:
    | {
        clientOf(text: string): Client;
        mustSign(client: Client): boolean;
        signingSecretOf(client: Client): Buffer | undefined;
        close(): Promise<void>;
      }
    | undefined;
  readonly tokens: { clientOf(text: string): Client | Promise<Client>; close(): Promise<void> } | undefined;
  readonly signatures: RequestSignatures;
  readonly claimsOf: ClaimsOf;
  /** What those may send who show no credential. */
  readonly anonymousLevel: Level;
}

/** Clients by their credentials; who shows none is anonymous. */
export function credentialClients({ keys, tokens, signatures, claimsOf, anonymousLevel }: CredentialParts): Clients {
  const anonymous = { ...ANONYMOUS, level: anonymousLevel };
  const clientOf = (headers: IncomingHttpHeaders): Client | Promise<Client> => {
    const credential = credentialOf(headers);
    if (!credential) return anonymous;
    const checker = credential.kind === 'key' ? keys : tokens;
    if (!checker) throw new Unidentified('CREDENTIAL_REFUSED');
    return checker.clientOf(credential.text);
  };
  return {
    identify(requestId, headers) {
      const client = clientOf(headers);
      const caller = (known: Client) => callerOf(requestId, headers, known, claimsOf?.(known));
      return client instanceof Promise ? client.then(caller) : caller(client);
    },
    mustSign: (client) => keys?.mustSign(client) === true,
    checkSignature(client, request) {
      const secret = keys?.signingSecretOf(client);
      // Its key ended while its request was read.
      if (!secret) throw new Unidentified('CREDENTIAL_REFUSED');
      return signatures.check(client.name, secret, request);
    },
    claimsOf,
    close: async () => void (await Promise.all([keys?.close(), tokens?.close(), signatures.close()])),
  };
}
