import { type DirectiveNode, GraphQLIncludeDirective, GraphQLSkipDirective, Kind, type SelectionNode } from 'graphql';
import type { CostScope } from './cost.ts';
import type { VariableDefaults } from './given-values.ts';

/** A variable on whose value it depends whether something is selected, and the value for which it is. */
export interface SelectionCondition {
  readonly variable: string;
  readonly wanted: boolean;
}

/** The conditions of a selection; undefined where it is never selected. https://spec.graphql.org/draft/#sec--skip */
export function conditionsOf({ directives = [] }: SelectionNode): readonly SelectionCondition[] | undefined {
  const conditions: SelectionCondition[] = [];
  for (const directive of directives) {
    const wanted = wantedBy(directive);
    if (wanted === undefined) continue;
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, wanted });
    else if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return undefined;
  }
  return conditions;
}

function wantedBy({ name }: DirectiveNode): boolean | undefined {
  if (name.value === GraphQLSkipDirective.name) return false;
  return name.value === GraphQLIncludeDirective.name ? true : undefined;
}

/** Whether all conditions hold; `null` counts as false. */
export function allHold(
  conditions: readonly SelectionCondition[],
  { variables }: CostScope,
  defaults: VariableDefaults,
): boolean {
  return conditions.every(({ variable, wanted }) => {
    const value = Object.hasOwn(variables, variable) ? variables[variable] : defaults.get(variable);
    return (value === true) === wanted;
  });
}
