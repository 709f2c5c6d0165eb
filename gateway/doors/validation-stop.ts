import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { type GraphQLError, OverlappingFieldsCanBeMergedRule, specifiedRules, validate } from 'graphql';
import { deferRules } from '../operations/defer-rules.ts';

/** What graphql-js says when comparing fields of one response name takes too long. */
export const ABORTED = 'Validation aborted.';

const otherRules = [...specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule), ...deferRules];

/**
 * Where comparing fields stopped validation before the other rules had seen the document, their errors are told, too.
 * @param hideSuggestions whether near names of the schema are left out
 */
export function validationStop(hideSuggestions: boolean): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async validationDidStart({ schema, document }) {
          return async (found) => {
            // Apollo Server answers with this very list, and knows no other way to add to it.
            const list = found as GraphQLError[] | undefined;
            const stop = list?.find(({ message }) => message === ABORTED);
            if (!list || !stop) return;
            const others = validate(schema, document, otherRules, { hideSuggestions });
            const told = new Set(others.map(String));
            const compared = list.filter((error) => error !== stop && !told.has(String(error)));
            list.splice(0, list.length, ...compared, ...others, stop);
          };
        },
      };
    },
  };
}
