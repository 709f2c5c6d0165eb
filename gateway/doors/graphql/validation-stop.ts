import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  OverlappingFieldsCanBeMergedRule,
  specifiedRules,
  validate,
} from 'graphql';
import { deferRules } from '../../operations/defer-rules.ts';

/** What graphql-js says when comparing fields of one response name takes too long. */
export const ABORTED = 'Validation aborted.';

const otherRules = [...specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule), ...deferRules];

/**
 * Where comparing fields stopped validation before the other rules had seen the document, their errors are told, too.
 * @param found Apollo Server's own list, which it answers with: it knows no other way to add to it
 * @param hideSuggestions whether near names of the schema are left out
 */
export function tellOtherErrors(
  found: unknown,
  schema: GraphQLSchema,
  document: DocumentNode,
  hideSuggestions: boolean,
): void {
  const list = found as GraphQLError[] | undefined;
  const stop = list?.find(({ message }) => message === ABORTED);
  if (!list || !stop) return;
  const others = validate(schema, document, otherRules, { hideSuggestions });
  const told = new Set(others.map(String));
  const compared = list.filter((error) => error !== stop && !told.has(String(error)));
  list.splice(0, list.length, ...compared, ...others, stop);
}
