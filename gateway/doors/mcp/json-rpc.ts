/** One message to a server. https://www.jsonrpc.org/specification */
export interface RpcMessage {
  /** Undefined for a notification, which is not answered. */
  readonly id: string | number | undefined;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is wrong with a message. */
export const RPC_ERRORS = {
  parse: -32700,
  request: -32600,
  method: -32601,
  params: -32602,
  /** Refused before it was looked at: HTTP's status says why. */
  refused: -32000,
} as const;

/** An error as its sender is told. */
export class RpcError extends Error {
  readonly code: number;
  readonly data: object | undefined;
  constructor(kind: keyof typeof RPC_ERRORS, message: string, data?: object) {
    super(message);
    this.code = RPC_ERRORS[kind];
    this.data = data;
  }
}

/**
 * Reads a body.
 * @returns undefined for a response of the client's: this server asks for nothing
 * @throws {RpcError}
 */
export function rpcMessage(body: unknown): RpcMessage | undefined {
  if (!isObject(body)) throw new RpcError('request', 'One JSON-RPC message is expected: an object.');
  const { jsonrpc, id, method, params } = body;
  if (jsonrpc !== '2.0') throw new RpcError('request', '`jsonrpc` must be "2.0".');
  if (method === undefined && ('result' in body || 'error' in body)) return undefined;
  if (typeof method !== 'string') throw new RpcError('request', '`method` must be a string.');
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') {
    throw new RpcError('request', '`id` must be a string or a number.');
  }
  if (params !== undefined && !isObject(params)) throw new RpcError('params', '`params` must be an object.');
  return { id, method, params: params ?? {} };
}

/** The answer to a message. */
export function rpcResult(id: RpcMessage['id'], result: object): object {
  return { jsonrpc: '2.0', id, result };
}

/** What is told in place of an answer. @param id undefined where it could not be read */
export function rpcError(id: RpcMessage['id'], code: number, message: string, data?: object): object {
  return { jsonrpc: '2.0', id: id ?? null, error: { code, message, ...(data && { data }) } };
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
