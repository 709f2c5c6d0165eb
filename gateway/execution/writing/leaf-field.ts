import { type GraphQLLeafType, type GraphQLOutputType, isNonNullType } from 'graphql';
import { completeValue, type FieldPlace, leafValue, type WriteValue } from './complete.ts';

/** How the values of a leaf field are written when they are what nearly all are; the rest, null first of all, is for `complete`. */
type LeafKind = 'string' | 'integer' | 'boolean' | 'other';

/** A leaf field that one provider has. */
export interface LeafField {
  readonly key: string;
  readonly kind: LeafKind;
  readonly complete: WriteValue;
}

/** Makes a leaf field of this type. */
export function leafField(type: GraphQLOutputType, named: GraphQLLeafType, key: string, place: FieldPlace): LeafField {
  const complete = completeValue(type, place, (at) => leafValue(named, at));
  const plain = isNonNullType(type) ? type.ofType : type;
  return { key, kind: plain === named ? (KINDS.get(named.name) ?? 'other') : 'other', complete };
}

const KINDS: ReadonlyMap<string, LeafKind> = new Map([
  ['String', 'string'],
  ['ID', 'string'],
  ['Int', 'integer'],
  ['Boolean', 'boolean'],
]);
