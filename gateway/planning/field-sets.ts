import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';
import { joinDirectives } from '../supergraph/join-directives.ts';
import { argument, itemsOf, textOf } from '../supergraph/linked-feature.ts';

/** What the supergraph's field sets (`@key`, `@requires`, `@provides`, contexts) ask of entities. */
export interface FieldSets {
  /** Every field name in any field set, and `__typename`: the response keys that the planner may need for itself. */
  readonly names: ReadonlySet<string>;
  /** Those that some field set asks with arguments. */
  readonly namesWithArguments: ReadonlySet<string>;
  /** Those that field sets ask with different arguments: at one place of an answer, they cannot be had in one plan. */
  readonly disputed: ReadonlySet<string>;
  /** What a plan must have for a field beside its object's key, by the field's coordinate (`Type.field`). */
  readonly needs: ReadonlyMap<string, FieldNeeds>;
}

/** What the subgraphs that resolve a field need for it. */
export interface FieldNeeds {
  /** Of the object that the field stands on (`@requires`). */
  readonly requires: readonly SelectionSetNode[];
  /** Of an object around that one (`@fromContext`). */
  readonly contexts: readonly SelectionSetNode[];
}

/** Reads all field sets of a supergraph. */
export function fieldSetsOf(supergraph: DocumentNode): FieldSets {
  const known = new Names();
  const needs = new Map<string, FieldNeeds>();
  const join = joinDirectives(supergraph);
  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const types = directivesOf(definition, join.type);
    known.read(types.flatMap((directive) => fieldSetsIn(directive, 'key')));
    for (const field of fieldsOf(definition)) {
      const directives = directivesOf(field, join.field);
      known.read(directives.flatMap((directive) => fieldSetsIn(directive, 'provides')));
      const requires = known.read(directives.flatMap((directive) => fieldSetsIn(directive, 'requires')));
      const contexts = known.read(directives.flatMap(contextSelections));
      if (requires.length + contexts.length === 0) continue;
      needs.set(`${definition.name.value}.${field.name.value}`, { requires, contexts });
    }
  }
  return { ...known.result(), needs };
}

/** A field's arguments as text: equal for equal arguments, in whatever order. */
export function argumentsText(node: FieldNode): string {
  return (node.arguments ?? [])
    .map((each) => print(each))
    .sort()
    .join();
}

/** The names in field sets, each with the arguments that it is asked with. */
class Names {
  readonly #arguments = new Map([['__typename', new Set([''])]]);

  read(fieldSets: readonly string[]): SelectionSetNode[] {
    return fieldSets.map((text) => {
      const set = parseFieldSet(text);
      this.#note(set);
      return set;
    });
  }

  result(): Omit<FieldSets, 'needs'> {
    const asked = [...this.#arguments];
    const namesOf = (entries: typeof asked) => new Set(entries.map(([name]) => name));
    return {
      names: namesOf(asked),
      namesWithArguments: namesOf(asked.filter(([, args]) => args.size > 1 || !args.has(''))),
      disputed: namesOf(asked.filter(([, args]) => args.size > 1)),
    };
  }

  #note(set: SelectionSetNode | undefined): void {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FRAGMENT_SPREAD) continue;
      if (node.kind === Kind.FIELD) {
        const known = this.#arguments.get(node.name.value) ?? new Set();
        this.#arguments.set(node.name.value, known.add(argumentsText(node)));
      }
      this.#note(node.selectionSet);
    }
  }
}

/** The field set that a join directive's argument gives, if any. */
function fieldSetsIn(directive: ConstDirectiveNode, name: string): string[] {
  return [textOf(argument(directive, name))].filter((text) => text !== undefined);
}

function contextSelections(directive: ConstDirectiveNode): string[] {
  return itemsOf(argument(directive, 'contextArguments')).flatMap((each) => {
    const fields = each.kind === Kind.OBJECT ? each.fields : [];
    return textOf(fields.find(({ name }) => name.value === 'selection')?.value) ?? [];
  });
}

function directivesOf(definition: object, name: string): ConstDirectiveNode[] {
  const given = 'directives' in definition ? (definition.directives as readonly ConstDirectiveNode[] | undefined) : [];
  return (given ?? []).filter((directive) => directive.name.value === name);
}

function fieldsOf(definition: object): readonly FieldDefinitionNode[] {
  if (!('kind' in definition)) return [];
  const { kind } = definition;
  if (kind !== Kind.OBJECT_TYPE_DEFINITION && kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  return 'fields' in definition ? ((definition.fields as readonly FieldDefinitionNode[] | undefined) ?? []) : [];
}

/** Contexts' selections have braces around them, unless they begin with a fragment. */
function parseFieldSet(text: string): SelectionSetNode {
  const [operation] = parse(/^\s*\{/.test(text) ? text : `{${text}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Not a field set: ${text}`);
  return operation.selectionSet;
}
