import {
  type ArgumentNode,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import type { Origin } from './split-answer.ts';

/** The planner's name of the variable that holds an entity fetch's representations; a client's variable never has it. */
const REPRESENTATIONS = 'representations';

/** An operation of a fetch in a form that can stand beside others in one document. */
export interface MergeablePart {
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  /** Whether it asks for entities; else for root fields. */
  readonly entities: boolean;
}

/** Several operations as one. */
export interface MergedDocument {
  readonly text: string;
  /** By response key of the merged document. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** By part, the name of the variable that holds its representations. */
  readonly representations: readonly string[];
}

/**
 * Reads the operation of a fetch.
 * @returns undefined where it cannot be merged: it has directives, which would hold for its neighbours too, or is in a shape that the
 * planner is not known to write
 */
export function mergeablePart(operationText: string): MergeablePart | undefined {
  const { definitions } = parse(operationText, { noLocation: true });
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1 || operation.directives?.length) return undefined;
  const { selections } = operation.selectionSet;
  const [first] = selections;
  const entities = first?.kind === Kind.FIELD && first.name.value === '_entities';
  const fits = entities ? selections.length === 1 && asksEntities(first) : selections.every(hasFieldsOnly);
  return fits ? { operation, fragments, entities } : undefined;
}

function asksEntities(field: FieldNode): boolean {
  const [argument, ...more] = field.arguments ?? [];
  return (
    field.alias === undefined &&
    !field.directives?.length &&
    more.length === 0 &&
    argument?.value.kind === Kind.VARIABLE
  );
}

/** A named fragment of root fields may be spread below the root as well, where its fields keep their names. */
function hasFieldsOnly(node: SelectionNode): boolean {
  if (node.kind === Kind.FRAGMENT_SPREAD) return false;
  return node.kind === Kind.FIELD || node.selectionSet.selections.every(hasFieldsOnly);
}

/** Whether two parts mean the same by each variable that both declare. */
export function agreeOnVariables(one: MergeablePart, other: MergeablePart): boolean {
  const known = new Map(sharedVariables(one).map((definition) => [definition.variable.name.value, print(definition)]));
  return sharedVariables(other).every((definition) => {
    const text = known.get(definition.variable.name.value);
    return text === undefined || text === print(definition);
  });
}

/** The client's own variables, which all parts share by name. */
function sharedVariables({ operation }: MergeablePart): readonly VariableDefinitionNode[] {
  return (operation.variableDefinitions ?? []).filter(({ variable }) => variable.name.value !== REPRESENTATIONS);
}

/**
 * Writes one document that asks for everything that the parts ask for, each top-level field under an alias of its own.
 * @param parts agree on variables
 */
export function mergeDocuments(parts: readonly MergeablePart[], name: string | undefined): MergedDocument {
  const variables = new Map(
    parts.flatMap(sharedVariables).map((definition) => [definition.variable.name.value, definition]),
  );
  const representations = parts.map((_, part) => freeName(`r${part}`, variables));
  const origins = new Map<string, Origin>();
  const fragments = new FragmentNames();
  const definitions: DefinitionNode[] = [];
  const selections: SelectionNode[] = [];
  for (const [part, { operation, fragments: own, entities }] of parts.entries()) {
    const renamed = fragments.claim(own, part);
    definitions.push(...renamed.definitions);
    const list = representations[part] ?? '';
    if (entities) {
      const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === REPRESENTATIONS);
      if (definition) variables.set(list, { ...definition, variable: variableNamed(list) });
    }
    const alias = (field: FieldNode): FieldNode => {
      const key = field.alias?.value ?? field.name.value;
      const unique = entities ? `e${part}` : `f${part}_${key}`;
      origins.set(unique, { part, key });
      const named: FieldNode = { ...renamed.within(field), alias: { kind: Kind.NAME, value: unique } };
      return entities ? { ...named, arguments: named.arguments?.map((argument) => from(argument, list)) ?? [] } : named;
    };
    selections.push(...operation.selectionSet.selections.map((node) => aliased(node, alias)));
  }
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: (parts[0] as MergeablePart).operation.operation,
    ...(name !== undefined && { name: { kind: Kind.NAME, value: name } }),
    variableDefinitions: [...variables.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...definitions] };
  return { text: stripIgnoredCharacters(print(document)), origins, representations };
}

function aliased(node: SelectionNode, alias: (field: FieldNode) => FieldNode): SelectionNode {
  if (node.kind === Kind.FIELD) return alias(node);
  if (node.kind === Kind.FRAGMENT_SPREAD) return node;
  const selections = node.selectionSet.selections.map((inner) => aliased(inner, alias));
  return { ...node, selectionSet: { ...node.selectionSet, selections } };
}

function variableNamed(name: string): VariableDefinitionNode['variable'] {
  return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
}

function from(argument: ArgumentNode, variable: string): ArgumentNode {
  return { ...argument, value: variableNamed(variable) };
}

function freeName(wish: string, taken: ReadonlyMap<string, unknown>): string {
  return taken.has(wish) ? freeName(`_${wish}`, taken) : wish;
}

/** A part's fragments as they stand in the merged document, and its fields with those names. */
interface NamedFragments {
  readonly definitions: readonly FragmentDefinitionNode[];
  readonly within: (field: FieldNode) => FieldNode;
}

/** Fragments of equal names and texts stand once; where a name means two things, all fragments of the later part get others. */
class FragmentNames {
  readonly #texts = new Map<string, string>();

  claim(fragments: readonly FragmentDefinitionNode[], part: number): NamedFragments {
    const isOther = ({ name, text }: { name: string; text: string }) => (this.#texts.get(name) ?? text) !== text;
    const rename = fragments.map(textOf).some(isOther) ? this.#newNames(fragments, part) : same;
    const definitions = fragments.map(rename).filter(({ name }) => !this.#texts.has(name.value));
    for (const { name, text } of definitions.map(textOf)) this.#texts.set(name, text);
    return { definitions, within: rename };
  }

  #newNames(fragments: readonly FragmentDefinitionNode[], part: number) {
    const taken = new Map(this.#texts);
    const names = new Map<string, string>();
    for (const { name } of fragments) {
      const free = freeName(`${name.value}_${part}`, taken);
      taken.set(free, '');
      names.set(name.value, free);
    }
    return <Node extends ASTNode>(node: Node): Node => withNames(node, names);
  }
}

function same<Node extends ASTNode>(node: Node): Node {
  return node;
}

function textOf(fragment: FragmentDefinitionNode): { name: string; text: string } {
  return { name: fragment.name.value, text: print(fragment) };
}

function withNames<Node extends ASTNode>(node: Node, names: ReadonlyMap<string, string>): Node {
  const named = (name: NameNode): NameNode => ({ ...name, value: names.get(name.value) ?? name.value });
  return visit(node, {
    FragmentSpread: (spread) => ({ ...spread, name: named(spread.name) }),
    FragmentDefinition: (definition) => ({ ...definition, name: named(definition.name) }),
  });
}
