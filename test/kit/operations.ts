import { createHash } from 'node:crypto';
import { Kind, parse } from 'graphql';
import type { RegisteredOperation } from '../../gateway/operations/registered-operation.ts';

/** A registered operation of this text, for any client; `changed` says what is otherwise. */
export function registeredOperation(text: string, changed: Partial<RegisteredOperation> = {}): RegisteredOperation {
  const document = parse(text);
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return {
    name: definition?.name?.value ?? '',
    version: 1,
    id: createHash('sha256').update(text).digest('hex'),
    aliases: [],
    text,
    document,
    registered: true,
    kind: definition?.operation ?? 'query',
    description: undefined,
    example: undefined,
    owner: 'unknown',
    clients: 'any',
    ...changed,
  };
}
