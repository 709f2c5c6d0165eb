import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  isEnumType,
  isNonNullType,
  isSpecifiedScalarType,
} from 'graphql';
import { completeValue, type FieldPlace, leafValue, type WriteValue } from './complete.ts';
import { enumTexts } from './leaf.ts';

/** How the values of a leaf field are written when they are what nearly all are; the rest, lists first of all, is for `complete`. */
type LeafKind = 'string' | 'integer' | 'boolean' | 'float' | 'enum' | 'other';

/** A leaf field that one provider has. */
export interface LeafField {
  readonly key: string;
  readonly kind: LeafKind;
  /** Whether null is a value as good as others. */
  readonly isNullable: boolean;
  /** The texts of an enum's values. */
  readonly texts?: ReadonlyMap<unknown, string> | undefined;
  readonly complete: WriteValue;
}

/** Makes a leaf field of this type. */
export function leafField(type: GraphQLOutputType, named: GraphQLLeafType, key: string, place: FieldPlace): LeafField {
  const complete = completeValue(type, place, (at) => leafValue(named, at));
  const isNullable = !isNonNullType(type);
  const plain = isNonNullType(type) ? type.ofType : type;
  const kind = plain === named ? kindOf(named) : 'other';
  return {
    key,
    kind,
    isNullable,
    texts: kind === 'enum' && isEnumType(named) ? enumTexts(named) : undefined,
    complete,
  };
}

function kindOf(named: GraphQLLeafType): LeafKind {
  if (isEnumType(named)) return 'enum';
  // The values of custom scalars are mostly strings, and pass as they came.
  return isSpecifiedScalarType(named) ? (KINDS.get(named.name) ?? 'other') : 'string';
}

const KINDS: ReadonlyMap<string, LeafKind> = new Map([
  ['String', 'string'],
  ['ID', 'string'],
  ['Int', 'integer'],
  ['Boolean', 'boolean'],
  ['Float', 'float'],
]);
