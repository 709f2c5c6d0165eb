import type { Caller } from '../clients/caller.ts';
import type { OperationSource } from '../operations/operation.ts';

/** What a lexical token of a document takes once it is parsed, in bytes; measured with short names. */
const TOKEN = 500;
/** What a character takes of what a subgraph is asked for, with what is compiled from it. */
const PLANNED = 40;
/** What a character takes of variables, headers and the like: as text, and as the values read from it. */
const CHARACTER = 8;
/** What a subscription takes beside. */
const FIXED = 4096;

/** What subscriptions to a document keep once for all of them, in bytes, as an estimate. @param planned what subgraphs are asked for */
export function documentBytes(
  { document }: OperationSource,
  planned: readonly { readonly operation: string }[],
): number {
  let bytes = 0;
  for (let token = document.loc?.startToken; token; token = token.next ?? undefined) bytes += TOKEN;
  for (const { operation } of planned) bytes += PLANNED * operation.length;
  return bytes;
}

/** What one subscription keeps for itself before it has an answer, in bytes, as an estimate. @param texts such as its variables */
export function ownBytes({ headers }: Caller, texts: readonly string[]): number {
  let characters = 0;
  for (const [name, value] of Object.entries(headers)) characters += name.length + String(value).length;
  for (const text of texts) characters += text.length;
  return FIXED + CHARACTER * characters;
}

/** What the newest answer takes, with the message from which it was made, in bytes, as an estimate. @param length of its text */
export function answerBytes(length: number): number {
  return CHARACTER * length;
}
