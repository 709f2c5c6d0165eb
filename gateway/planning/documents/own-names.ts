import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type NameNode,
  visit,
} from 'graphql';
import type { FieldSets } from '../field-sets.ts';
import { isIntrospection } from './without-introspection.ts';

/** A client's document with names that do not meet those of the planner, and the way back. */
interface OwnNames {
  readonly document: DocumentNode;
  /** The client's response key for a key of the document; other keys stay. */
  readonly clientKey: (key: string) => string;
  /** The client's name of a variable of the document. */
  readonly clientVariable: (name: string) => string;
}

/**
 * Keeps a client's names apart from those that plans use for themselves. Plan and client share one response key for each field;
 * a client who selects `comments(limit: 1)` where a `@requires` needs `comments(limit: 3)`, or gives another field the
 * alias `id`, would get the planner's value, or the planner the client's. Variables `representations` and those of
 * contextual arguments are the planner's too.
 */
export function withOwnNames(document: DocumentNode, fieldSets: FieldSets): OwnNames {
  const suffix = freeSuffix(document);
  const keys = new Map<string, string>();
  const variables = new Map<string, string>();
  // Fields of the schema itself keep their names, whatever is around them; variables do not.
  let ofSchema = 0;
  const renamed = visit(document, {
    FragmentDefinition: {
      enter(node) {
        if (isOfSchema(node)) ofSchema++;
      },
      leave(node) {
        if (isOfSchema(node)) ofSchema--;
      },
    },
    Field: {
      enter(node) {
        if (isIntrospection(node)) ofSchema++;
      },
      leave(node) {
        const key = node.alias?.value ?? node.name.value;
        if (isIntrospection(node)) ofSchema--;
        if (ofSchema > 0 || isIntrospection(node) || !meetsPlanner(node, key, fieldSets)) return undefined;
        keys.set(key + suffix, key);
        return { ...node, alias: name(key + suffix) };
      },
    },
    Variable(node) {
      if (!PLANNER_VARIABLE.test(node.name.value)) return undefined;
      variables.set(node.name.value + suffix, node.name.value);
      return { ...node, name: name(node.name.value + suffix) };
    },
  });
  return {
    document: renamed,
    clientKey: (key) => keys.get(key) ?? key,
    clientVariable: (variable) => variables.get(variable) ?? variable,
  };
}

function isOfSchema({ typeCondition }: FragmentDefinitionNode): boolean {
  return typeCondition.name.value.startsWith('__');
}

const PLANNER_VARIABLE = /^(representations$|contextualArgument_)/;

function meetsPlanner(node: FieldNode, key: string, fieldSets: FieldSets): boolean {
  if (!fieldSets.names.has(key)) return false;
  return node.name.value !== key || (node.arguments ?? []).length > 0 || fieldSets.namesWithArguments.has(key);
}

/** A suffix with which no name of the document ends. */
function freeSuffix(document: ASTNode): string {
  let suffix = '__client';
  const names: string[] = [];
  visit(document, { Name: (node) => void names.push(node.value) });
  while (names.some((each) => each.endsWith(suffix))) suffix += '_';
  return suffix;
}

function name(value: string): NameNode {
  return { kind: Kind.NAME, value };
}
