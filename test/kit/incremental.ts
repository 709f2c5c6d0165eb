import type { IncrementalFormat } from '../../gateway/doors/parts/answer-parts.ts';
import { multipartBody } from '../../gateway/doors/parts/multipart.ts';
import { type Answer, answerText } from '../../gateway/execution/answer.ts';
import { toldDeliveries } from '../../gateway/execution/told-deliveries.ts';

type Path = readonly (string | number)[];

/** An error as clients read it. */
interface ReadError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Pending {
  readonly id: string;
  readonly path: Path;
  readonly label?: string;
}

interface Increment {
  readonly data?: unknown;
  readonly errors?: readonly ReadError[];
  readonly path?: Path;
  readonly label?: string;
  readonly id?: string;
  readonly subPath?: Path;
}

/** One part of an answer, in either format. */
export interface Payload {
  readonly data?: unknown;
  readonly errors?: readonly ReadError[];
  readonly hasNext?: boolean;
  readonly pending?: readonly Pending[];
  readonly incremental?: readonly Increment[];
  readonly completed?: readonly { readonly id: string; readonly errors?: readonly ReadError[] }[];
}

/** What is sent of an answer, in order; one payload where nothing of it is deferred. */
export async function payloadsOf(answer: Answer, format: IncrementalFormat): Promise<Payload[]> {
  if (!answer.deferred) return [JSON.parse(answerText(answer))];
  const deferred = toldDeliveries(
    answer.deferred,
    (errors) => errors.map(({ message, path, extensions }) => ({ message, path, extensions })),
    (error) => {
      throw error;
    },
  );
  let body = '';
  for await (const text of multipartBody({ first: answerText(answer), deferred }, format)) body += text;
  return readMultipart(body);
}

/** Reads a whole multipart body with the boundary `-`. */
export function readMultipart(body: string): Payload[] {
  const parts = body.split('\r\n---');
  if (parts.shift() !== '') throw new Error('A multipart body begins with its boundary');
  if (parts.pop() !== '--\r\n') throw new Error('A multipart body ends with its last boundary');
  return parts.map((part) => {
    const [head, text, more] = part.split('\r\n\r\n');
    if (!head?.startsWith('\r\ncontent-type: application/json') || text === undefined || more !== undefined)
      throw new Error(`No part: ${part}`);
    return JSON.parse(text);
  });
}

/** What a client has after some payloads: merged as the formats say. @throws where they contradict the format */
export function merged(payloads: readonly Payload[]): { data: unknown; errors: ReadError[] } {
  const [first, ...rest] = payloads;
  const data = structuredClone(first?.data);
  const errors = [...(first?.errors ?? [])];
  const open = new Map((first?.pending ?? []).map((pending) => [pending.id, pending]));
  for (const [index, payload] of rest.entries()) {
    if (payload.hasNext !== index < rest.length - 1) throw new Error('hasNext is wrong');
    for (const pending of payload.pending ?? []) open.set(pending.id, pending);
    for (const increment of payload.incremental ?? []) {
      const pending = increment.id === undefined ? undefined : open.get(increment.id);
      if (increment.id !== undefined && !pending) throw new Error(`${increment.id} is not pending`);
      const path = [...(pending?.path ?? increment.path ?? []), ...(increment.subPath ?? [])];
      errors.push(...(increment.errors ?? []));
      if (increment.data !== null) mergeAt(data, path, increment.data, pending !== undefined);
    }
    for (const { id, errors: why = [] } of payload.completed ?? []) {
      if (!open.delete(id)) throw new Error(`${id} was not pending, and is completed`);
      errors.push(...why);
    }
  }
  if (open.size > 0) throw new Error('Something is pending for ever');
  return { data, errors };
}

type Tree = Record<string | number, unknown>;

/** @param once whether a field that is there already contradicts the format */
function mergeAt(data: unknown, path: Path, news: unknown, once: boolean): void {
  let target = data;
  for (const step of path) target = ownValue(target as Tree, step);
  if (!isTree(target) || !isTree(news)) throw new Error(`No object at ${path.join('.')}`);
  mergeInto(target, news, once);
}

function mergeInto(target: Tree, news: Tree, once: boolean): void {
  for (const [key, value] of Object.entries(news)) {
    const known = ownValue(target, key);
    if (once && Object.hasOwn(target, key)) throw new Error(`${key} was sent before`);
    if (isTree(known) && isTree(value)) mergeInto(known, value, once);
    else Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
  }
}

/** A response key may be `__proto__`. */
function ownValue(target: Tree, key: string | number): unknown {
  return Object.hasOwn(target, key) ? target[key] : undefined;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}
