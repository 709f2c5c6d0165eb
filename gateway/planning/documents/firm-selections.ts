import { type DocumentNode, type FieldNode, Kind, visit } from 'graphql';

/**
 * The document as the planner should see it: each field that has a condition of its own also selects `__typename`. The planner takes
 * the conditions that all sub-selections of such a field share for conditions of the field itself, and does not fetch it where only they
 * do not hold: `a @include(if: $x) { b @include(if: $y) }` without `$y` would be null instead of an empty object.
 */
export function withFirmSelections(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field(node): FieldNode | undefined {
      const conditional = node.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include');
      if (!conditional || !node.selectionSet) return undefined;
      const selections = [...node.selectionSet.selections, TYPENAME];
      return { ...node, selectionSet: { ...node.selectionSet, selections } };
    },
  });
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
