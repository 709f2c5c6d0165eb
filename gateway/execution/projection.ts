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
import { abstractWriter } from './abstract-writer.ts';
import { demandAnswer } from './answer-demand.ts';
import { completeFrames, completeValue, type FieldPlace, leafValue, objectValue, type WriteFrame } from './complete.ts';
import { Demand } from './demand.ts';
import { sourceReader } from './field-reader.ts';
import { childValues, fieldReader, Layout, NO_ROW } from './frames.ts';
import { leafField } from './leaf-field.ts';
import { compileRows } from './make-rows.ts';
import { type FieldPart, objectWriter } from './object-writer.ts';
import type { Position, Provider } from './position.ts';
import type { Run } from './run.ts';
import type { SelectedField, Selections } from './selected-fields.ts';
import { fieldOf, type Where } from './where.ts';

/** Writes an introspection field of the root as JSON text; undefined when it failed, its error being reported. */
type Introspect = (run: Run, field: SelectedField) => string | undefined;

/** What a projection is compiled from. */
interface ProjectionInput {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly selections: Selections;
  readonly root: Position;
  readonly rootType: GraphQLObjectType;
  readonly selectionSet: SelectionSetNode;
  readonly hasInterfaceObjects: boolean;
  /** The response key that the client gave to a field whose key was changed for planning. */
  readonly clientKey: (key: string) => string;
  readonly introspect: Introspect;
}

/**
 * Compiles the answer: a function that writes the text of `data` straight from what the fetches brought.
 * Null is handled as the GraphQL specification says: an error with its path, propagated to the nearest nullable parent.
 */
export function compileProjection(input: ProjectionInput): (run: Run) => string {
  const projection = new Projection(input);
  const layout = projection.layout(input.root);
  const makeRows = projection.rows();
  const write = projection.object(layout, input.rootType, [input.selectionSet], undefined);
  return (run) => {
    makeRows(run);
    return write(run, layout.atRow(run, 0), 0) ?? 'null';
  };
}

class Projection {
  readonly #input: ProjectionInput;
  readonly #demand = new Demand();
  readonly #layouts = new Map<Position, Layout>();
  readonly #objects = new Map<string, WriteFrame>();
  readonly #setNumbers = new Map<SelectionSetNode, number>();
  readonly #positionNumbers = new Map<Position, number>();

  constructor(input: ProjectionInput) {
    this.#input = input;
    const { selections, root, selectionSet } = input;
    const typenameSources = (position: Position) => this.#typenameSources(position);
    demandAnswer({ selections, demand: this.#demand, typenameSources }, root, [selectionSet]);
  }

  layout(position: Position): Layout {
    let layout = this.#layouts.get(position);
    if (!layout) {
      layout = new Layout(position, this.#demand);
      this.#layouts.set(position, layout);
    }
    return layout;
  }

  /** What makes the rows that the projection reads, where no fetch made them yet. */
  rows(): (run: Run) => void {
    return compileRows([...this.#demand.positions()].filter(({ hasRows }) => hasRows));
  }

  /** The writer of objects of one type at one position; the same for the same selection. */
  object(
    layout: Layout,
    type: GraphQLObjectType | GraphQLInterfaceType,
    sets: readonly SelectionSetNode[],
    where: Where | undefined,
  ): WriteFrame {
    const name = [
      numberOf(this.#positionNumbers, layout.position),
      type.name,
      ...sets.map((set) => numberOf(this.#setNumbers, set)),
    ].join(' ');
    let write = this.#objects.get(name);
    if (!write) {
      const parts = this.#input.selections.ofType(type, sets).map((field) => this.#part(layout, type, field, where));
      write = objectWriter(layout, parts);
      this.#objects.set(name, write);
    }
    return write;
  }

  #part(
    layout: Layout,
    type: GraphQLObjectType | GraphQLInterfaceType,
    field: SelectedField,
    parent: Where | undefined,
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
    const sources = layout.position.sourcesOf(field.key, () => true);
    const fetches = [...new Set(sources.map((source) => source.fetch.id))];
    const place = { where, field: `${type.name}.${name}`, fetches };
    const named = getNamedType(definition.type);
    if (!isLeafType(named)) return { label, writeFrame: this.#composite(layout, field, definition.type, place) };
    const [only] = sources;
    if (sources.length === 1 && only) {
      const slot = layout.slotOf(only);
      return { label, slot, leaf: leafField(definition.type, named, field.key, place) };
    }
    const read = sourceReader(layout, sources, field.key);
    const complete = completeValue(definition.type, place, (at) => leafValue(named, at));
    return { label, writeFrame: (run, frame) => complete(run, read(frame), NO_ROW) };
  }

  #composite(parent: Layout, field: SelectedField, type: GraphQLOutputType, place: FieldPlace): WriteFrame {
    const layout = this.layout(parent.position.child(field.key));
    const composed = (at: FieldPlace) => this.#composed(layout, getNamedType(type), field.sets, at.where);
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
  #composed(layout: Layout, type: GraphQLNamedType, sets: readonly SelectionSetNode[], where: Where): WriteFrame {
    if (isObjectType(type)) return this.object(layout, type, sets, where);
    if (!isAbstractType(type)) throw new Error(`${type.name} has no fields`);
    const sources = this.#typenameSources(layout.position);
    const typenames = sources.map((source) => sourceReader(layout, [source], '__typename'));
    const writerOf = (object: GraphQLObjectType) => this.object(layout, object, sets, where);
    const fetches = sources.map((source) => source.fetch.id);
    const { selections } = this.#input;
    const writeAny =
      isInterfaceType(type) && selections.sameForAll(type, sets) ? this.object(layout, type, sets, where) : undefined;
    return abstractWriter({ schema: this.#input.schema, type, where, typenames, fetches, writerOf, writeAny });
  }

  #typenameSources(position: Position): Provider[] {
    if (this.#input.hasInterfaceObjects) return position.typenameSources(() => true);
    return position.sourcesOf('__typename', () => true);
  }
}

/** A number for each thing, in the order of first sight, to name combinations of them by. */
function numberOf<T>(numbers: Map<T, number>, thing: T): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  numbers.set(thing, numbers.size);
  return numbers.size - 1;
}
