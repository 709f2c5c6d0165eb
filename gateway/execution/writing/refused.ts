import { type GraphQLOutputType, isNonNullType } from 'graphql';
import type { Reason } from '../../guard/refusal.ts';
import type { CONDITION_NULL } from '../condition-null.ts';
import type { Where } from '../places/where.ts';
import type { WriteFrame } from './complete.ts';

/** The writer of a field that may not be read: null, with an error. */
export function refusedField(type: GraphQLOutputType, where: Where, reason: Reason): WriteFrame {
  const text = isNonNullType(type) ? undefined : 'null';
  return (run) => {
    run.refuse(where, reason);
    return text;
  };
}

/** The writer of an object that can't be had, which only its data tells: of which type it is, or that it is there. */
export function refusedObject(where: Where, reason: Reason | typeof CONDITION_NULL): WriteFrame {
  return (run) => run.refuse(where, reason);
}
