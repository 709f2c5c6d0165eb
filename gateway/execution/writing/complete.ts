import { type GraphQLLeafType, type GraphQLOutputType, isListType, isNonNullType } from 'graphql';
import { AnswerTooLarge } from '../answer-room.ts';
import { isData } from '../data.ts';
import { type Frame, type Layout, rowOf } from '../places/frames.ts';
import { objectsIn } from '../places/nested-lists.ts';
import { itemOf, type Where } from '../places/where.ts';
import type { Run } from '../run.ts';
import { alignLists, itemValues, leading } from '../values.ts';
import { leafWriter } from './leaf.ts';

/**
 * Writes an object as JSON text; undefined where a null propagates out of it, its error being reported.
 * @param row its row, where objects of its position have rows
 */
export type WriteFrame = (run: Run, frame: Frame, row: number) => string | undefined;

/**
 * Writes a value as JSON text; undefined as above.
 * @param row the row of its first object, as above
 */
export type WriteValue = (run: Run, value: unknown, row: number) => string | undefined;

/** What errors say of a field: its place, its coordinate (`Type.field`) and the ids of the fetches that bring it. */
export interface FieldPlace {
  readonly where: Where;
  readonly field: string;
  readonly fetches: readonly number[];
}

/**
 * Completes a value of a type: lists, null and non-null (GraphQL specification, "Value Completion").
 * @param named makes the writer of values of the type's named type, which are never null, at their place
 * @param depth how many lists of the field's value are around
 */
export function completeValue(
  type: GraphQLOutputType,
  place: FieldPlace,
  named: (place: FieldPlace) => WriteValue,
  depth = 0,
): WriteValue {
  if (isNonNullType(type)) {
    const write = completeNonNull(type.ofType, place, named, depth);
    return (run, value, row) =>
      value === null || value === undefined ? rejectNull(run, place) : write(run, value, row);
  }
  const write = completeNonNull(type, place, named, depth);
  return (run, value, row) => {
    if (value !== null && value !== undefined) return write(run, value, row) ?? run.nulled(place.where);
    if (value === undefined) run.tellFailure(place.where, place.fetches);
    return 'null';
  };
}

function completeNonNull(
  type: GraphQLOutputType,
  place: FieldPlace,
  named: (place: FieldPlace) => WriteValue,
  depth: number,
): WriteValue {
  if (!isListType(type)) return named(place);
  const { where } = place;
  const items = itemOf(where);
  const writeItem = completeValue(type.ofType, { ...place, where: items }, named, depth + 1);
  return (run, value, row) => {
    if (!Array.isArray(value)) return run.reject(where, `Expected a list for field ${place.field}.`);
    let text = '[';
    let next = row;
    for (let index = 0; index < value.length; index++) {
      run.indices[items.depth - 1] = index;
      const item: unknown = value[index];
      const itemText = writeItem(run, item, next);
      if (itemText === undefined) return run.lose(text);
      if (index > 0) text += ',';
      text += itemText;
      if (text.length > run.room) throw new AnswerTooLarge();
      // Where objects have no rows, leaves first of all, there is nothing to be counted.
      if (next >= 0) next += objectsIn(item, depth + 1);
    }
    return `${text}]`;
  };
}

/** The same for an object that several fetches know: `values` holds what each slot of its layout has for the place, then its row. */
export function completeFrames(
  type: GraphQLOutputType,
  place: FieldPlace,
  layout: Layout,
  named: (place: FieldPlace) => WriteFrame,
): (run: Run, values: unknown[]) => string | undefined {
  const nonNull = isNonNullType(type);
  const write = completeNonNullFrames(nonNull ? type.ofType : type, place, layout, named);
  if (nonNull) {
    return (run, values) => (leading(values) === undefined ? rejectNull(run, place) : write(run, values));
  }
  return (run, values) => {
    if (leading(values) !== undefined) return write(run, values) ?? run.nulled(place.where);
    if (!values.includes(null)) run.tellFailure(place.where, place.fetches);
    return 'null';
  };
}

function completeNonNullFrames(
  type: GraphQLOutputType,
  place: FieldPlace,
  layout: Layout,
  named: (place: FieldPlace) => WriteFrame,
): (run: Run, values: unknown[]) => string | undefined {
  const { where } = place;
  if (!isListType(type)) {
    const write = named(place);
    return (run, values) => {
      const first = leading(values);
      if (!isData(first) && typeof first !== 'number') return rejectObject(run, place);
      return write(run, layout.finish(run, values), rowOf(values));
    };
  }
  const items = itemOf(where);
  const writeItem = completeFrames(type.ofType, { ...place, where: items }, layout, named);
  return (run, values) => {
    const list = leading(values);
    if (!Array.isArray(list)) return run.reject(where, `Expected a list for field ${place.field}.`);
    const { length } = list;
    const lists = alignLists(values, length);
    let text = '[';
    for (let index = 0; index < length; index++) {
      run.indices[items.depth - 1] = index;
      const item = writeItem(run, itemValues(lists, index));
      if (item === undefined) return run.lose(text);
      if (index > 0) text += ',';
      text += item;
      if (text.length > run.room) throw new AnswerTooLarge();
    }
    return `${text}]`;
  };
}

/** The writer of a leaf at a place: a value that does not fit its type is null with an error. */
export function leafValue(type: GraphQLLeafType, place: FieldPlace): WriteValue {
  const write = leafWriter(type);
  const message = `The value of field ${place.field} is no ${type.name}.`;
  return (run, value) => write(value, run.clean) ?? run.reject(place.where, message);
}

/** The writer of an object at a place that one fetch knows. */
export function objectValue(layout: Layout, write: WriteFrame, place: FieldPlace): WriteValue {
  return (run, value, row) => (isData(value) ? write(run, layout.of(run, value, row), row) : rejectObject(run, place));
}

/** Reports a null that the field's type forbids. */
function rejectNull(run: Run, place: FieldPlace): undefined {
  const message = `Cannot return null for non-nullable field ${place.field}.`;
  return run.rejectMissing(place.where, message, place.fetches);
}

function rejectObject(run: Run, place: FieldPlace): undefined {
  return run.reject(place.where, `Expected an object for field ${place.field}.`);
}
