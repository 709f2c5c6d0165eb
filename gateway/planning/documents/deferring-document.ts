import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { argument, isDefer } from './defer-directive.ts';
import { labelOf } from './defer-label.ts';

/** The most fragments of one operation that are delivered apart; further ones come with what stands around them. */
const LIMIT = 64;

/**
 * The operation as it is planned and executed in parts: with only those `@defer` that hold under the variables, each with a label of
 * its own. Named fragments that defer are put in place, since each of their places is delivered apart.
 * @param variables coerced
 * @returns undefined where nothing is deferred
 */
export function deferringDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): DocumentNode | undefined {
  const labeller = new Labeller(document, variables);
  const selectionSet = labeller.labelled(operation.selectionSet);
  if (labeller.count === 0) return undefined;
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...labeller.kept()] };
}

class Labeller {
  count = 0;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #deferring = new Map<string, boolean>();
  readonly #kept = new Set<string>();

  constructor(document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
    this.#variables = variables;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** The fragments that are still spread by name. */
  kept(): FragmentDefinitionNode[] {
    return [...this.#kept].flatMap((name) => this.#fragments.get(name) ?? []);
  }

  labelled(set: SelectionSetNode): SelectionSetNode {
    return { ...set, selections: set.selections.map((node) => this.#selection(node)) };
  }

  #selection(node: SelectionNode): SelectionNode {
    if (node.kind === Kind.FIELD) return this.#field(node);
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const directives = this.#directives(node.directives);
      return { ...node, directives, selectionSet: this.labelled(node.selectionSet) };
    }
    const fragment = this.#fragments.get(node.name.value);
    const deferred = node.directives?.some(isDefer) ?? false;
    if (!fragment || !(deferred || this.#defers(node.name.value))) {
      this.#keep(node.name.value);
      return node;
    }
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: fragment.typeCondition,
      directives: this.#directives(node.directives),
      selectionSet: this.labelled(fragment.selectionSet),
    };
  }

  /** What introspection tells is there at once: nothing of it is worth waiting for. */
  #field(node: FieldNode): FieldNode {
    if (!node.selectionSet) return node;
    if (!isIntrospection(node)) return { ...node, selectionSet: this.labelled(node.selectionSet) };
    visit(node, { FragmentSpread: ({ name }) => this.#keep(name.value) });
    return visit(node, { Directive: (directive) => (isDefer(directive) ? null : undefined) });
  }

  #directives(directives: readonly DirectiveNode[] = []): DirectiveNode[] {
    const others = directives.filter((node) => !isDefer(node));
    const defer = directives.find(isDefer);
    if (!defer || !this.#holds(defer) || this.count === LIMIT) return others;
    const label = argument(defer, 'label');
    return [...others, deferAs(labelOf(this.count++, label?.kind === Kind.STRING ? label.value : undefined))];
  }

  #holds(defer: DirectiveNode): boolean {
    const value = argument(defer, 'if');
    if (value?.kind === Kind.BOOLEAN) return value.value;
    if (value?.kind !== Kind.VARIABLE) return value === undefined;
    // `if: Boolean! = true`: a variable without a value leaves the default.
    const { [value.name.value]: given = true } = this.#variables;
    return given === true;
  }

  #defers(name: string): boolean {
    const known = this.#deferring.get(name);
    if (known !== undefined) return known;
    this.#deferring.set(name, false);
    const fragment = this.#fragments.get(name);
    let found = false;
    if (fragment) {
      visit(fragment, {
        Field: (node) => (isIntrospection(node) ? false : undefined),
        Directive: (node) => {
          if (isDefer(node)) found = true;
        },
        FragmentSpread: ({ name: { value } }) => {
          if (this.#defers(value)) found = true;
        },
      });
    }
    this.#deferring.set(name, found);
    return found;
  }

  #keep(name: string): void {
    const fragment = this.#fragments.get(name);
    if (!fragment || this.#kept.has(name)) return;
    this.#kept.add(name);
    visit(fragment, { FragmentSpread: (node) => this.#keep(node.name.value) });
  }
}

function deferAs(label: string): DirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'defer' },
    arguments: [
      { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'label' }, value: { kind: Kind.STRING, value: label } },
    ],
  };
}

function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}
