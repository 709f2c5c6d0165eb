import type { SelectionSetNode } from 'graphql';
import type { Demand } from './demand.ts';
import type { Position, Provider } from './position.ts';
import type { Selections } from './selected-fields.ts';

/** What an answer's demand is found from. */
interface AnswerDemandInput {
  readonly selections: Selections;
  readonly demand: Demand;
  /** The providers of the `__typename` of a position's objects. */
  readonly typenameSources: (position: Position) => readonly Provider[];
}

/**
 * Asks for every provider that the client's selection reads, and for every provider that tells whether an object is there.
 * Only what an entity fetch brought for other fetches alone stays out.
 */
export function demandAnswer(input: AnswerDemandInput, root: Position, sets: readonly SelectionSetNode[]): void {
  const { demand, selections } = input;
  const visit = (position: Position, fieldSets: readonly SelectionSetNode[]): void => {
    // Objects of several types may stand here: the plan's providers decide what there is to read, whatever the type.
    for (const source of input.typenameSources(position)) demand.source(source);
    for (const { key, sets: below } of selections.ofAnyType(fieldSets)) {
      for (const source of position.sourcesOf(key, () => true)) demand.source(source);
      if (below.length === 0) continue;
      const child = position.child(key);
      for (const provider of child.providers) if (provider.kind === 'inherit') demand.source(provider);
      visit(child, below);
    }
  };
  visit(root, sets);
}
