import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

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

/** Whether a directive is `@defer`. */
export function isDefer({ name }: DirectiveNode): boolean {
  return name.value === 'defer';
}

/** The value that is written for a directive's argument. */
export function argument({ arguments: given }: DirectiveNode, name: string) {
  return given?.find((candidate) => candidate.name.value === name)?.value;
}
