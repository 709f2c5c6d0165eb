import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getArgumentValues,
  Kind,
  visit,
} from 'graphql';
import type { Included } from './places/positions.ts';

/** The Boolean variables on which it depends what an operation selects, sorted by name. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      for (const { name, value } of node.arguments ?? []) {
        if (name.value === 'if' && value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
    },
  });
  return [...names].sort();
}

/**
 * Decides `@skip` and `@include`.
 * @param values the operation's coerced variables, defaults applied
 */
export function includedUnder(values: Readonly<Record<string, unknown>>): Included {
  return ({ directives }) =>
    (directives ?? []).every((directive) => {
      if (directive.name.value === GraphQLSkipDirective.name) return !condition(directive, values);
      if (directive.name.value === GraphQLIncludeDirective.name) return condition(directive, values);
      return true;
    });
}

function condition(directive: DirectiveNode, values: Readonly<Record<string, unknown>>): boolean {
  const definition =
    directive.name.value === GraphQLSkipDirective.name ? GraphQLSkipDirective : GraphQLIncludeDirective;
  return getArgumentValues(definition, directive, values).if === true;
}
