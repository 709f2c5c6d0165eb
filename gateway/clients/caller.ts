import { randomFillSync } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Charge } from '../guard/charge.ts';
import { REQUEST_ID_HEADER, VIEWER_HEADER } from '../subgraphs/headers/headers.ts';
import type { ClientHeaders } from '../subgraphs/headers/propagated-headers.ts';
import type { SignedClaims } from '../subgraphs/signed-claims.ts';
import type { Client } from './client.ts';

/** Who sent a request. */
export interface Caller {
  /** Names the request in logs, answers and subgraphs. */
  readonly requestId: string;
  /** By what subgraphs know the person again; it proves nothing where `client` is no viewer. */
  readonly viewer: string | undefined;
  /** The request's own, names in lower case: rules say which of them subgraphs are told. */
  readonly headers: ClientHeaders;
  /** By the credential shown. */
  readonly client: Client;
  /** What subgraphs are told of the client; undefined where none looks. */
  readonly claims: SignedClaims | undefined;
  /** From where it came, as far as one account reaches; undefined where that does not matter. */
  readonly address?: string | undefined;
  /** To whom the request is charged; undefined where nothing bounds it. */
  charge?: Charge | undefined;
}

/** The caller's `x-redcat-viewer` is no opaque token. */
export class ViewerInvalid extends Error {
  constructor() {
    super(`The header ${VIEWER_HEADER} must be 1 to 128 characters out of A-Z, a-z, 0-9, _ and -.`);
  }
}

const ID_BYTES = 16;

/** Random bytes for many ids at once: asking for each id's own costs more than a microsecond, which every request would pay. */
const random = Buffer.alloc(256 * ID_BYTES);
let used = random.length;

/** 128 random bits, as hexadecimal digits. */
function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += ID_BYTES;
  return random.toString('hex', used - ID_BYTES, used);
}

/** The request's own id where it is short and plain, so that a log stays readable; else a new one of 128 random bits. */
export function requestIdFrom(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID_HEADER];
  if (typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given)) return given;
  return newId();
}

/**
 * Who sent a request. A viewer's credential says who it is, whatever the request's own header says.
 * @throws {ViewerInvalid}
 */
export function callerOf(
  requestId: string,
  headers: IncomingHttpHeaders,
  client: Client,
  claims?: SignedClaims,
): Caller {
  const { person } = client;
  // In place from the beginning, so that all callers have one shape.
  const [address, charge] = [undefined, undefined];
  if (person !== undefined) {
    const told = { ...headers, [VIEWER_HEADER]: person };
    return { requestId, viewer: person, headers: told, client, claims, address, charge };
  }
  const viewer = headers[VIEWER_HEADER];
  if (viewer !== undefined && (typeof viewer !== 'string' || !/^[\w-]{1,128}$/.test(viewer))) throw new ViewerInvalid();
  return { requestId, viewer, headers, client, claims, address, charge };
}
