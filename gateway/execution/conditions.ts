import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
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
 * Decides `@skip` and `@include`. A condition that is null (see `undecidedUnder`) counts as false, as in plans.
 * @param values the operation's coerced variables, defaults applied
 */
export function includedUnder(values: Conditions): Included {
  return ({ directives = [] }) =>
    directives.every((directive) => {
      if (directive.name.value === GraphQLSkipDirective.name) return conditionOf(directive, values) !== true;
      if (directive.name.value === GraphQLIncludeDirective.name) return conditionOf(directive, values) === true;
      return true;
    });
}

/**
 * Tells of which selections it can't be decided whether they are part of the operation, since a variable is null that only for its default may
 * stand where null must not: the object on which one stands fails (GraphQL specification, "All Variable Usages Are Allowed").
 * @param values as above
 * @returns undefined where all can be decided
 */
export function undecidedUnder(document: DocumentNode, values: Conditions): Included | undefined {
  if (!conditionVariables(document).some((name) => values[name] === null)) return undefined;
  return ({ directives = [] }) => {
    const [skip, include] = [GraphQLSkipDirective, GraphQLIncludeDirective].map((definition) => {
      const directive = directives.find(({ name }) => name.value === definition.name);
      return directive && conditionOf(directive, values);
    });
    return skip === null || (skip !== true && include === null);
  };
}

/**
 * The variables as subgraphs are sent them: false for a null that conditions alone use, since plans move conditions to where they cost more than
 * the object on which they stand.
 * @param clientName the client's name of a variable
 * @returns undefined where all are sent as they are
 */
export function decidedVariables(
  document: DocumentNode,
  values: Conditions,
  clientName: (name: string) => string,
): Conditions | undefined {
  const used = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => (name.value === 'if' && value.kind === Kind.VARIABLE ? false : undefined),
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  const nulls = conditionVariables(document).filter((name) => values[name] === null && !used.has(name));
  return nulls.length === 0 ? undefined : Object.fromEntries(nulls.map((name) => [clientName(name), false]));
}

type Conditions = Readonly<Record<string, unknown>>;

function conditionOf({ arguments: [condition] = [] }: DirectiveNode, values: Conditions): unknown {
  if (condition?.value.kind === Kind.VARIABLE) return values[condition.value.name.value];
  return condition?.value.kind === Kind.BOOLEAN && condition.value.value;
}
