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

/** A fragment that is delivered after what stands around it. */
export interface DeferredFragment {
  /** Dense, from 0, in the order of the document. */
  readonly id: number;
  /** Names it in the document that was planned, and in its plan. */
  readonly label: string;
  /** The label that the client gave. */
  readonly clientLabel: string | undefined;
  /** The deferred fragment within which it stands, whatever fields are between them. */
  readonly parent: DeferredFragment | undefined;
}

/** The most fragments of one operation that are delivered apart; further ones come with what stands around them. */
const LIMIT = 64;

/** Whether a document defers anything. */
export function hasDefer(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: (node) => {
      if (isDefer(node)) found = true;
    },
  });
  return found;
}

/** The document without `@defer`: its answer is one part. */
export function withoutDefer(document: DocumentNode): DocumentNode {
  return visit(document, { Directive: (node) => (isDefer(node) ? null : undefined) });
}

/** The variables on which it depends what a document defers, sorted by name. */
export function deferVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = isDefer(node) ? argument(node, 'if') : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

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

/** Reads the deferred fragments of a document made by `deferringDocument`, by their labels. */
export function deferredFragments(operation: OperationDefinitionNode): ReadonlyMap<string, DeferredFragment> {
  const fragments = new Map<string, DeferredFragment>();
  const collect = (set: SelectionSetNode, parent: DeferredFragment | undefined): void => {
    for (const node of set.selections) {
      const label = node.kind === Kind.INLINE_FRAGMENT ? deferLabel(node.directives) : undefined;
      let within = parent;
      if (label !== undefined) {
        within = { id: fragments.size, label, clientLabel: clientLabelOf(label), parent };
        fragments.set(label, within);
      }
      if ('selectionSet' in node && node.selectionSet) collect(node.selectionSet, within);
    }
  };
  collect(operation.selectionSet, undefined);
  return fragments;
}

/** The label of the `@defer` among a selection's directives. */
function deferLabel(directives: readonly DirectiveNode[] | undefined): string | undefined {
  if (directives === undefined || directives.length === 0) return undefined;
  const defer = directives.find(isDefer);
  const label = defer && argument(defer, 'label');
  return label?.kind === Kind.STRING ? label.value : undefined;
}

/** A number, and after a blank what the client wrote: so that one text says both to the planner and to the answer. */
function labelOf(number: number, clientLabel: string | undefined): string {
  return clientLabel === undefined ? `${number}` : `${number} ${clientLabel}`;
}

function clientLabelOf(label: string): string | undefined {
  const blank = label.indexOf(' ');
  return blank < 0 ? undefined : label.slice(blank + 1);
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

function isDefer({ name }: DirectiveNode): boolean {
  return name.value === 'defer';
}

function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}

function argument({ arguments: given }: DirectiveNode, name: string) {
  return given?.find((candidate) => candidate.name.value === name)?.value;
}
