import { RPC_ERRORS, RpcError, type RpcMessage, rpcError, rpcMessage, rpcResult } from './json-rpc.ts';
import { callMethod, type McpContext } from './methods.ts';

/** Most messages of one batch: each may ask for an operation. */
const MOST_MESSAGES = 50;

/** What a body is answered with. */
interface Outcome {
  readonly told: object;
  /** Whether it is no message at all. */
  readonly isMalformed: boolean;
}

/**
 * Whether a client sends several messages in an array: it may in the version 2025-03-26 alone, and who names none speaks that.
 * https://modelcontextprotocol.io/specification/2025-06-18/changelog
 */
export function takesBatches(version: string | string[] | undefined): boolean {
  return version === undefined || version === '2025-03-26';
}

/** Answers one message; undefined for what is no request. */
export async function answerMessage(body: unknown, context: McpContext): Promise<Outcome | undefined> {
  return answered(body, (message) => callMethod(message, context));
}

/**
 * Answers a batch, one message after another; undefined where none of them is a request.
 * https://www.jsonrpc.org/specification#batch
 * @param enter counts a message after the first as a request of its own; rejects with an RpcError where it is not taken
 */
export async function answerBatch(
  bodies: readonly unknown[],
  context: McpContext,
  enter: () => Promise<void>,
): Promise<Outcome | undefined> {
  if (bodies.length === 0 || bodies.length > MOST_MESSAGES) {
    const told = rpcError(undefined, RPC_ERRORS.request, `A batch has 1 to ${MOST_MESSAGES} messages.`);
    return { told, isMalformed: true };
  }
  const told: object[] = [];
  for (const [index, body] of bodies.entries()) {
    const outcome = await answered(body, async (message) => {
      if (index > 0) await enter();
      // https://modelcontextprotocol.io/specification/2025-03-26/basic/lifecycle#initialization
      if (message.method === 'initialize') throw new RpcError('request', 'A session does not begin within a batch.');
      return callMethod(message, context);
    });
    if (outcome) told.push(outcome.told);
  }
  return told.length > 0 ? { told, isMalformed: false } : undefined;
}

async function answered(body: unknown, call: (message: RpcMessage) => Promise<object>): Promise<Outcome | undefined> {
  let message: RpcMessage | undefined;
  try {
    message = rpcMessage(body);
    if (message?.id === undefined) return undefined;
    return { told: rpcResult(message.id, await call(message)), isMalformed: false };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const told = rpcError(message?.id, error.code, error.message, error.data);
    return { told, isMalformed: error.code === RPC_ERRORS.request };
  }
}
