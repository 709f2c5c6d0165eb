import type { Sliced } from '../../process/slices.ts';
import type { Demand } from '../places/demand.ts';
import type { Position, Provider } from '../places/position.ts';
import type { SelectedSet, Selections } from '../selected-fields.ts';

/** What an answer's demand is found from. */
interface AnswerDemandInput {
  readonly selections: Selections;
  readonly demand: Demand;
  /** The providers whose data is there when the answer, or the part of it, is written. */
  readonly among: (provider: Provider) => boolean;
  /** The providers of the `__typename` of a position's objects. */
  readonly typenameSources: (position: Position) => readonly Provider[];
}

/**
 * Asks for every provider that the client's selection reads, and for every provider that tells whether an object is there.
 * Only what an entity fetch brought for other fetches alone stays out.
 */
export function* demandAnswer(input: AnswerDemandInput, root: Position, sets: readonly SelectedSet[]): Sliced<void> {
  const { demand, selections } = input;
  const visit = function* (position: Position, fieldSets: readonly SelectedSet[]): Sliced<void> {
    yield;
    // Objects of several types may stand here: the plan's providers decide what there is to read, whatever the type.
    for (const source of input.typenameSources(position)) demand.source(source);
    for (const { key, sets: below } of selections.ofAnyType(fieldSets)) {
      for (const source of position.sourcesOf(key, input.among)) demand.source(source);
      if (below.length === 0) continue;
      const child = position.child(key);
      for (const provider of child.inherits) if (input.among(provider)) demand.source(provider);
      yield* visit(child, below);
    }
  };
  yield* visit(root, sets);
}
