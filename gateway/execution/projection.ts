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
import {
  type DeferredGroup,
  type DeferredSite,
  deferredSite,
  NOT_DEFERRED,
  type SiteFragment,
  scopeKey,
} from './deferred-site.ts';
import { Demand } from './demand.ts';
import { sourceReader } from './field-reader.ts';
import { childValues, fieldReader, Layout, NO_ROW } from './frames.ts';
import { leafField } from './leaf-field.ts';
import { compileRows } from './make-rows.ts';
import { type FieldPart, objectWriter } from './object-writer.ts';
import type { Position, Provider } from './position.ts';
import type { Run } from './run.ts';
import type { SelectedField, SelectedSet, Selections } from './selected-fields.ts';
import { fieldOf, pathOf, type Where } from './where.ts';

/** Writes an introspection field of the root as JSON text; undefined when it failed, its error being reported. */
type Introspect = (run: Run, field: SelectedField) => string | undefined;

/** What a projection is compiled from. */
export interface ProjectionInput {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly selections: Selections;
  readonly root: Position;
  readonly rootType: GraphQLObjectType;
  readonly selectionSet: SelectionSetNode;
  /** The providers whose data is there when the answer, or the part of it, is written. */
  readonly among: (provider: Provider) => boolean;
  readonly hasInterfaceObjects: boolean;
  /** The response key that the client gave to a field whose key was changed for planning. */
  readonly clientKey: (key: string) => string;
  readonly introspect: Introspect;
}

/** What is written of objects: the fields of one scope. */
interface Scope {
  /** Names the fragments that deliver the fields; see `scopeKey`. */
  readonly key: string;
  /** What was delivered in parts is written again in one: nulls stay where they were. */
  readonly again: boolean;
}

const INITIAL: Scope = { key: NOT_DEFERRED, again: false };

/** Writes an object of a known row. */
type WriteRow = (run: Run, row: number) => string | undefined;

/**
 * Compiles the answer: functions that write the text of `data`, or of a deferred part of it, straight from what the fetches brought.
 * Null is handled as the GraphQL specification says: an error with its path, propagated to the nearest nullable parent.
 */
export class Projection {
  readonly #input: ProjectionInput;
  readonly #demand = new Demand();
  readonly #layouts = new Map<Position, Layout>();
  readonly #objects = new Map<string, WriteFrame>();
  readonly #setNumbers = new Map<SelectionSetNode, number>();
  readonly #positionNumbers = new Map<Position, number>();
  /** Makes the rows that the projection reads, where no fetch made them yet. */
  readonly makeRows: (run: Run) => void;

  constructor(input: ProjectionInput) {
    this.#input = input;
    const { selections, root, selectionSet, among } = input;
    const typenameSources = (position: Position) => this.#typenameSources(position);
    const sets = [{ set: selectionSet, fragment: undefined }];
    demandAnswer({ selections, demand: this.#demand, among, typenameSources }, root, sets);
    this.makeRows = compileRows([...this.#demand.positions()].filter(({ hasRows }) => hasRows));
  }

  /** The writer of what is not deferred. */
  answer(): (run: Run) => string {
    const { root, rootType, selectionSet } = this.#input;
    const layout = this.#layout(root);
    const sets = [{ set: selectionSet, fragment: undefined }];
    const write = this.#object(layout, rootType, sets, undefined, INITIAL);
    return (run) => {
      this.makeRows(run);
      const text = write(run, layout.atRow(run, 0), 0);
      if (text === undefined) run.deferral?.forget([]);
      return text ?? 'null';
    };
  }

  /** The writer of one group of a site's objects, whose rows are made. */
  group({ position, type, sets, where }: DeferredSite, { key }: DeferredGroup): WriteRow {
    return this.#rowWriter(position, type, sets, where, { key, again: false });
  }

  /** The writer of all that one fragment of a site selects, whoever delivered it. */
  whole({ position, type, where }: DeferredSite, { fragment, set }: SiteFragment): WriteRow {
    return this.#rowWriter(position, type, [{ set, fragment }], where, { key: scopeKey([fragment]), again: true });
  }

  #rowWriter(
    position: Position,
    type: GraphQLObjectType | GraphQLInterfaceType,
    sets: readonly SelectedSet[],
    where: Where | undefined,
    scope: Scope,
  ): WriteRow {
    const layout = this.#layout(position);
    const write = objectWriter(layout, this.#parts(layout, type, sets, where, scope));
    return (run, row) => write(run, layout.atRow(run, row), row);
  }

  #layout(position: Position): Layout {
    let layout = this.#layouts.get(position);
    if (!layout) {
      layout = new Layout(position, this.#demand);
      this.#layouts.set(position, layout);
    }
    return layout;
  }

  /** The writer of objects of one type at one position; the same for the same selection. */
  #object(
    layout: Layout,
    type: GraphQLObjectType | GraphQLInterfaceType,
    sets: readonly SelectedSet[],
    where: Where | undefined,
    scope: Scope,
  ): WriteFrame {
    const name = [
      scope.again,
      scope.key,
      numberOf(this.#positionNumbers, layout.position),
      type.name,
      ...sets.map(({ set, fragment }) => `${numberOf(this.#setNumbers, set)}/${fragment?.id ?? ''}`),
    ].join(' ');
    let write = this.#objects.get(name);
    if (!write) {
      const parts = this.#parts(layout, type, sets, where, scope);
      write = this.#noting(objectWriter(layout, parts), { position: layout.position, type, sets, where }, scope);
      this.#objects.set(name, write);
    }
    return write;
  }

  /** The writer of objects, where what is found to be deferred is noted. */
  #noting(write: WriteFrame, object: Parameters<typeof deferredSite>[1], scope: Scope): WriteFrame {
    const { selections } = this.#input;
    if (!selections.defers) return write;
    const { where } = object;
    const pathIn = ({ indices }: Run) => (where ? pathOf(where, indices) : []);
    if (scope.again)
      return (run, frame, row) => (run.deferral?.isNulled(pathIn(run)) ? undefined : write(run, frame, row));
    const site = deferredSite(selections, object, scope.key);
    if (!site) return write;
    const depth = where?.depth ?? 0;
    return (run, frame, row) => {
      run.deferral?.find({ site, indices: run.indices.slice(0, depth), path: pathIn(run) });
      return write(run, frame, row);
    };
  }

  #parts(
    layout: Layout,
    type: GraphQLObjectType | GraphQLInterfaceType,
    sets: readonly SelectedSet[],
    where: Where | undefined,
    scope: Scope,
  ): FieldPart[] {
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
    const layout = this.#layout(parent.position.child(field.key));
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
    if (isObjectType(type)) return this.#object(layout, type, sets, where, scope);
    if (!isAbstractType(type)) throw new Error(`${type.name} has no fields`);
    const sources = this.#typenameSources(layout.position);
    const typenames = sources.map((source) => sourceReader(layout, [source], '__typename'));
    const writerOf = (object: GraphQLObjectType) => this.#object(layout, object, sets, where, scope);
    const fetches = sources.map((source) => source.fetch.id);
    const { selections } = this.#input;
    const writeAny =
      isInterfaceType(type) && selections.sameForAll(type, sets)
        ? this.#object(layout, type, sets, where, scope)
        : undefined;
    return abstractWriter({ schema: this.#input.schema, type, where, typenames, fetches, writerOf, writeAny });
  }

  #typenameSources(position: Position): Provider[] {
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
