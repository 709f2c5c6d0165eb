import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { FieldWeights } from '../../guard/cost/field-weights.ts';
import type { Refusal } from '../../guard/refusal.ts';
import { CONDITION_NULL } from '../condition-null.ts';
import { type PlacedObjects, type Scope, scopeKey } from '../deferring/deferred-site.ts';
import type { Demand } from '../places/demand.ts';
import { childValues, fieldReader, Layout, NO_ROW } from '../places/frames.ts';
import type { Position, Provider } from '../places/position.ts';
import { fieldOf, type Where } from '../places/where.ts';
import type { Run } from '../run.ts';
import type { SelectedField, SelectedSet, Selections } from '../selected-fields.ts';
import { abstractWriter } from './abstract-writer.ts';
import { completeFrames, completeValue, type FieldPlace, leafValue, objectValue, type WriteFrame } from './complete.ts';
import { countingWriter } from './counting-writer.ts';
import { sourceReader } from './field-reader.ts';
import { leafField } from './leaf-field.ts';
import { notingWriter } from './noting-writer.ts';
import { type FieldPart, objectWriter } from './object-writer.ts';
import { refusedField, refusedObject } from './refused.ts';

/** Writes an introspection field of the root as JSON text; undefined when it failed, its error being reported. */
type Introspect = (run: Run, field: SelectedField) => string | undefined;

/** Writes an object of a known row. */
export type WriteRow = (run: Run, row: number) => string | undefined;

/** What writers are compiled from. */
export interface WritersInput {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly selections: Selections;
  /** The providers whose data is there when the answer, or the part of it, is written. */
  readonly among: (provider: Provider) => boolean;
  readonly hasInterfaceObjects: boolean;
  /** What may not be read. */
  readonly refusal: Refusal | undefined;
  /** The response key that the client gave to a field whose key was changed for planning. */
  readonly clientKey: (key: string) => string;
  readonly introspect: Introspect;
  /** What objects and fields cost; undefined where nobody counts. */
  readonly weights: FieldWeights | undefined;
}

/** Compiles the writers of the objects of an answer, each once. */
export class ObjectWriters {
  readonly #input: WritersInput;
  readonly #demand: Demand;
  readonly #layouts = new Map<Position, Layout>();
  readonly #objects = new Map<string, WriteFrame>();
  readonly #setNumbers = new Map<SelectionSetNode, number>();
  readonly #positionNumbers = new Map<Position, number>();

  /** @param demand complete before the first writer is asked for */
  constructor(input: WritersInput, demand: Demand) {
    this.#input = input;
    this.#demand = demand;
  }

  /** The layout of the frames of a position. */
  layout(position: Position): Layout {
    let layout = this.#layouts.get(position);
    if (!layout) {
      layout = new Layout(position, this.#demand);
      this.#layouts.set(position, layout);
    }
    return layout;
  }

  /** The writer of objects; the same for the same selection. */
  object(objects: PlacedObjects, scope: Scope): WriteFrame {
    const { position, type, sets } = objects;
    const name = [
      scope.again,
      scope.key,
      numberOf(this.#positionNumbers, position),
      type.name,
      ...sets.map(({ set, fragment }) => `${numberOf(this.#setNumbers, set)}/${fragment?.id ?? ''}`),
    ].join(' ');
    let write = this.#objects.get(name);
    if (!write) {
      write = this.#object(objects, scope);
      this.#objects.set(name, write);
    }
    return write;
  }

  #object(objects: PlacedObjects, scope: Scope): WriteFrame {
    const { position, type, sets, where } = objects;
    const { selections, weights } = this.#input;
    if (where && selections.isUndecided(type, sets)) return refusedObject(where, CONDITION_NULL);
    const write = objectWriter(this.layout(position), this.#parts(objects, scope));
    const counting = countingWriter(weights, type, selections.ofType(type, sets), write);
    return notingWriter(selections, objects, scope, counting);
  }

  /** The writer of objects by their rows. */
  row(objects: PlacedObjects, scope: Scope): WriteRow {
    const layout = this.layout(objects.position);
    const write = objectWriter(layout, this.#parts(objects, scope));
    return (run, row) => write(run, layout.atRow(run, row), row);
  }

  #parts({ position, type, sets, where }: PlacedObjects, scope: Scope): FieldPart[] {
    const layout = this.layout(position);
    const parts: FieldPart[] = [];
    for (const field of this.#input.selections.ofType(type, sets)) {
      if (scopeKey(field.owners) === scope.key) parts.push(this.#part(layout, type, field, where, scope));
    }
    return parts;
  }

  #part(
    layout: Layout,
    type: GraphQLObjectType | GraphQLInterfaceType,
    field: SelectedField,
    parent: Where | undefined,
    scope: Scope,
  ): FieldPart {
    const key = this.#input.clientKey(field.key);
    const label = `${JSON.stringify(key)}:`;
    const name = field.node.name.value;
    if (name === '__typename') return { label, constant: JSON.stringify(type.name) };
    if (name === '__schema' || name === '__type') {
      return { label, writeFrame: (run) => this.#input.introspect(run, field) };
    }
    const definition = type.getFields()[name];
    if (!definition) throw new Error(`${type.name} has no field ${name}`);
    const where = fieldOf(parent, key);
    const refused = this.#input.refusal?.ofField(type.name, name);
    if (refused) return { label, writeFrame: refusedField(definition.type, where, refused) };
    const sources = layout.position.sourcesOf(field.key, this.#input.among);
    const fetches = [...new Set(sources.map((source) => source.fetch.id))];
    const place = { where, field: `${type.name}.${name}`, fetches };
    const named = getNamedType(definition.type);
    if (!isLeafType(named)) return { label, writeFrame: this.#composite(layout, field, definition.type, place, scope) };
    const [only] = sources;
    if (sources.length === 1 && only) {
      const slot = layout.slotOf(only);
      return { label, slot, leaf: leafField(definition.type, named, field.key, place) };
    }
    const read = sourceReader(layout, sources, field.key);
    const complete = completeValue(definition.type, place, (at) => leafValue(named, at));
    return { label, writeFrame: (run, frame) => complete(run, read(frame), NO_ROW) };
  }

  #composite(
    parent: Layout,
    field: SelectedField,
    type: GraphQLOutputType,
    place: FieldPlace,
    scope: Scope,
  ): WriteFrame {
    const layout = this.layout(parent.position.child(field.key));
    const composed = (at: FieldPlace) => this.#composed(layout, getNamedType(type), field.sets, at.where, scope);
    const [inherited, another] = layout.position.inherits;
    if (inherited?.from && !another) {
      const complete = completeValue(type, place, (at) => objectValue(layout, composed(at), at));
      const read = fieldReader(parent, parent.slotOf(inherited.from), field.key);
      const { id, hasRows } = layout.position;
      if (!hasRows) return (run, frame) => complete(run, read(frame), NO_ROW);
      return (run, frame, row) => complete(run, read(frame), run.rows[id]?.starts[row] ?? NO_ROW);
    }
    const complete = completeFrames(type, place, layout, composed);
    const valuesBelow = childValues(parent, layout);
    return (run, frame, row) => complete(run, valuesBelow(run, frame, row));
  }

  /** The writer of one object of a field's type. */
  #composed(
    layout: Layout,
    type: GraphQLNamedType,
    sets: readonly SelectedSet[],
    where: Where,
    scope: Scope,
  ): WriteFrame {
    const { position } = layout;
    if (isObjectType(type)) return this.object({ position, type, sets, where }, scope);
    if (!isAbstractType(type)) throw new Error(`${type.name} has no fields`);
    const sources = this.typenameSources(position);
    const typenames = sources.map((source) => sourceReader(layout, [source], '__typename'));
    const writerOf = (object: GraphQLObjectType) => {
      const refused = this.#input.refusal?.ofType(object.name);
      return refused ? refusedObject(where, refused) : this.object({ position, type: object, sets, where }, scope);
    };
    const fetches = sources.map((source) => source.fetch.id);
    const { selections } = this.#input;
    const writeAny =
      isInterfaceType(type) && selections.sameForAll(type, sets)
        ? this.object({ position, type, sets, where }, scope)
        : undefined;
    return abstractWriter({ schema: this.#input.schema, type, where, typenames, fetches, writerOf, writeAny });
  }

  /** The providers that tell an object's type. */
  typenameSources(position: Position): Provider[] {
    if (this.#input.hasInterfaceObjects) return position.typenameSources(this.#input.among);
    return position.sourcesOf('__typename', this.#input.among);
  }
}

/** A number for each thing, in the order of first sight, to name combinations of them by. */
function numberOf<T>(numbers: Map<T, number>, thing: T): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  numbers.set(thing, numbers.size);
  return numbers.size - 1;
}
