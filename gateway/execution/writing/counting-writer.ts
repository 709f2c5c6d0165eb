import type { GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import type { Cost } from '../../guard/cost/cost.ts';
import type { FieldWeights } from '../../guard/cost/field-weights.ts';
import type { SelectedField } from '../selected-fields.ts';
import type { WriteFrame } from './complete.ts';

/** Defaults are in place where an answer is written. */
const NO_DEFAULTS: ReadonlyMap<string, unknown> = new Map();

/** The writer of objects, where what each costs is added up: of the type itself, and of the fields that are read of it. */
export function countingWriter(
  weights: FieldWeights | undefined,
  type: GraphQLObjectType | GraphQLInterfaceType,
  fields: readonly SelectedField[],
  write: WriteFrame,
): WriteFrame {
  if (!weights) return write;
  let constant = weights.ofType(type);
  const others: Exclude<Cost, number>[] = [];
  for (const { node } of fields) {
    const weight = weights.ofField(type, node, NO_DEFAULTS);
    if (typeof weight === 'number') constant += weight;
    else others.push(weight);
  }
  if (others.length > 0) {
    return (run, frame, row) => {
      const scope = { variables: run.coerced, fault: undefined };
      run.cost += constant;
      for (const other of others) run.cost += other(scope);
      return write(run, frame, row);
    };
  }
  if (constant === 0) return write;
  return (run, frame, row) => {
    run.cost += constant;
    return write(run, frame, row);
  };
}
