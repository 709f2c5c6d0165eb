import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import type { Reply } from '../../pipeline.ts';
import type { Snapshot } from '../../supergraph/snapshot.ts';
import { plainText } from '../../utf8-text.ts';
import { type Told, toldOperations } from '../openapi/told-operations.ts';
import type { DoorOperations } from '../operations/door-operation.ts';
import { problemOf } from '../operations/problem.ts';
import { isObject, RpcError, type RpcMessage } from './json-rpc.ts';
import type { Tools } from './tools.ts';

/** Versions of the protocol that are spoken, the newest first. https://modelcontextprotocol.io/specification/versioning */
export const PROTOCOL_VERSIONS: readonly string[] = ['2025-11-25', '2025-06-18', '2025-03-26'];

/** Tools of one page of the list. */
const PAGE = 100;

/** What one message is answered with. */
export interface McpContext {
  readonly snapshot: Snapshot;
  /** What the caller may use, the newest version of each name first. */
  readonly operations: readonly RegisteredOperation[];
  /** Those of which the caller may read something. */
  readonly listed: () => readonly RegisteredOperation[];
  readonly compiled: DoorOperations;
  readonly tools: Tools;
  readonly requestId: string;
  /** Answers an operation, and records that. */
  readonly ask: (operation: RegisteredOperation, variables: Readonly<Record<string, unknown>>) => Promise<Reply>;
}

/**
 * Answers a request.
 * @throws {RpcError} (the promise)
 */
export async function callMethod({ method, params }: RpcMessage, context: McpContext): Promise<object> {
  switch (method) {
    case 'initialize':
      return initialized(params);
    case 'ping':
      return {};
    case 'tools/list':
      return listed(params, context);
    case 'tools/call':
      return called(params, context);
    default:
      throw new RpcError('method', `There is no method ${method.slice(0, 100)}.`);
  }
}

/** https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle */
function initialized({ protocolVersion }: RpcMessage['params']): object {
  const isKnown = typeof protocolVersion === 'string' && PROTOCOL_VERSIONS.includes(protocolVersion);
  return {
    protocolVersion: isKnown ? protocolVersion : PROTOCOL_VERSIONS[0],
    capabilities: { tools: { listChanged: false } },
    serverInfo: { name: 'redcat', title: 'RedCat', version: '1' },
    instructions: 'Each tool is a registered operation. Where a part of an answer is null, its errors say why.',
  };
}

function listed({ cursor }: RpcMessage['params'], { snapshot, listed: usable, tools }: McpContext): object {
  const start = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(start) || start < 0) throw new RpcError('params', '`cursor` was not given by this list.');
  const told = toolsOf(usable());
  const page = told.slice(start, start + PAGE).map((each) => tools.of(snapshot.schema, each));
  const isLast = start + PAGE >= told.length;
  return { tools: page, ...(!isLast && { nextCursor: String(start + PAGE) }) };
}

async function called({ name, arguments: given = {} }: RpcMessage['params'], context: McpContext): Promise<object> {
  const { snapshot, operations, compiled, requestId, ask } = context;
  const told = toolsOf(operations).find(({ operationId }) => operationId === name);
  if (!told) throw new RpcError('params', `There is no tool ${String(name).slice(0, 100)}.`);
  if (!isObject(given)) throw new RpcError('params', '`arguments` must be an object.');
  const read = compiled.of(snapshot.schema, told.operation).reader.ofJson(given);
  // Agents mend what a tool tells them, and not what the protocol refuses.
  if (read.faults) return failed(read.faults.map(({ detail }) => detail).join('\n'));
  const reply = await ask(told.operation, read.variables);
  const problem = problemOf(reply, requestId);
  if (problem) return failed(JSON.stringify(problem));
  const errors = reply.errors.length > 0 ? { errors: reply.errors } : {};
  const structuredContent = { data: JSON.parse(reply.data === undefined ? 'null' : plainText(reply.data)), ...errors };
  return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent, isError: false };
}

/** A tool answers once: subscriptions are none. */
function toolsOf(operations: readonly RegisteredOperation[]): Told[] {
  return toldOperations(operations).filter(({ operation }) => operation.kind !== 'subscription');
}

function failed(text: string): object {
  return { content: [{ type: 'text', text }], isError: true };
}
