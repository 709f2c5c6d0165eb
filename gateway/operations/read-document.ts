import { hash } from 'node:crypto';
import { type DocumentNode, Kind, parse, TokenKind } from 'graphql';
import type { RegisteredOperation } from './registered-operation.ts';

/** What the text of an operation says by itself. */
export type OperationText = Pick<RegisteredOperation, 'name' | 'id' | 'text' | 'document' | 'kind'>;

/**
 * Reads the text of one operation.
 * @throws {Error} where it is no GraphQL, or not one operation with a name; the message says why
 */
export function readDocument(text: string): OperationText {
  const document = parse(text);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [{ name, operation: kind } = {}] = operations;
  if (operations.length !== 1 || !name || !kind) throw new Error('it must hold one operation, with a name');
  return { name: name.value, id: documentId(text), text, document, kind };
}

/** The id of a text, as manifests have it. */
export function documentId(text: string): string {
  return hash('sha256', text);
}

/** What the comment at the beginning of a text says; undefined where there is none. */
export function openingComment(document: DocumentNode): string | undefined {
  const lines: string[] = [];
  for (let token = document.loc?.startToken.next; token?.kind === TokenKind.COMMENT; token = token.next) {
    lines.push(token.value.trim());
  }
  return lines.length > 0 ? lines.join('\n') : undefined;
}
