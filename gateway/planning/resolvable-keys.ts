import { type ConstDirectiveNode, type DocumentNode, Kind, type TypeDefinitionNode } from 'graphql';
import { joinDirectives } from '../supergraph/join-directives.ts';

/**
 * The supergraph as the planner should see it: without keys that are `resolvable: false` where their type has a resolvable
 * one in the same subgraph. The planner may otherwise choose the unresolvable key for a fetch that follows a `@requires`,
 * and the entity comes back null.
 */
export function withoutUnresolvableKeys(supergraph: DocumentNode): DocumentNode {
  const { type } = joinDirectives(supergraph);
  const definitions = supergraph.definitions.map((definition) => {
    if (!('directives' in definition) || !isTypeDefinition(definition)) return definition;
    const joins = (definition.directives ?? []).filter((directive) => directive.name.value === type);
    const resolvable = new Set(joins.filter((join) => hasKey(join) && !isUnresolvable(join)).map(graphOf));
    const directives = definition.directives?.filter(
      (directive) => !(joins.includes(directive) && isUnresolvable(directive) && resolvable.has(graphOf(directive))),
    );
    return { ...definition, directives } as TypeDefinitionNode;
  });
  return { ...supergraph, definitions };
}

function isTypeDefinition(definition: { kind: string }): definition is TypeDefinitionNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function hasKey(join: ConstDirectiveNode): boolean {
  return join.arguments?.some(({ name }) => name.value === 'key') ?? false;
}

function isUnresolvable(join: ConstDirectiveNode): boolean {
  const value = join.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
  return value?.kind === Kind.BOOLEAN && !value.value;
}

function graphOf(join: ConstDirectiveNode): string | undefined {
  const value = join.arguments?.find(({ name }) => name.value === 'graph')?.value;
  return value?.kind === Kind.ENUM ? value.value : undefined;
}
