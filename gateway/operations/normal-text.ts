import { type DefinitionNode, type DocumentNode, parse, print } from 'graphql';

/**
 * A document as Apollo's tools print it for manifests: operations before fragments, each sorted by name, without comments. Documents
 * that differ in formatting alone become the same text. https://www.npmjs.com/package/@apollo/persisted-query-lists
 */
export function normalText(document: DocumentNode): string {
  return print({ ...document, definitions: [...document.definitions].sort(byKindAndName) });
}

/**
 * The same of a text; undefined where it is none of GraphQL, or longer than a number of tokens.
 * @param maxTokens longer ones are not read to their end
 */
export function normalTextOf(text: string, maxTokens: number): string | undefined {
  try {
    return normalText(parse(text, { noLocation: true, maxTokens }));
  } catch {
    return undefined;
  }
}

function byKindAndName(one: DefinitionNode, other: DefinitionNode): number {
  if (one.kind !== other.kind) return one.kind > other.kind ? -1 : 1;
  const [oneName, otherName] = [nameOf(one), nameOf(other)];
  if (oneName === otherName) return 0;
  return oneName < otherName ? -1 : 1;
}

function nameOf(definition: DefinitionNode): string {
  return 'name' in definition ? (definition.name?.value ?? '') : '';
}
