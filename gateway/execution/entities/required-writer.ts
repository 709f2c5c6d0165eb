import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { SubgraphFailure } from '../../subgraphs/transport/failure.ts';
import type { SupergraphTypes } from '../../supergraph/supergraph-types.ts';
import { isData } from '../data.ts';
import { isOfType } from '../fetching/rewrites.ts';
import { jsonText } from '../json-text.ts';
import type { Demand } from '../places/demand.ts';
import { childValues, type Frame, Layout, rowOf } from '../places/frames.ts';
import { DEEPEST_LISTS } from '../places/nested-lists.ts';
import type { Position, Provider } from '../places/position.ts';
import type { ReadField } from '../places/recall.ts';
import type { Run } from '../run.ts';
import { alignLists, itemValues, leading } from '../values.ts';
import { sourceReader } from '../writing/field-reader.ts';
import { keyOf, type RequiredField, requiredFields } from './required-fields.ts';
import { losesKey, requiredOfType } from './required-of-type.ts';
import { typenameReader } from './typename-reader.ts';

/**
 * Writes what a fetch requires of an object; undefined when a part of it is missing, so that it cannot be asked.
 * @throws {SubgraphFailure} where a value nests too deep to be written
 */
type WriteRequired = (run: Run, frame: Frame, row: number) => string | undefined;

/** Compiles the `requires` of one fetch, as seen from the objects of one position. */
export class RequiredCompiler {
  readonly #types: SupergraphTypes;
  readonly #demand: Demand;
  readonly #among: (provider: Provider) => boolean;

  /** @param among the providers whose data is there when the fetch starts */
  constructor(types: SupergraphTypes, demand: Demand, among: (provider: Provider) => boolean) {
    this.#types = types;
    this.#demand = demand;
    this.#among = among;
  }

  /** Asks for every provider of the required fields. Must be done for all of a walk before anything is compiled. */
  ask(position: Position, selections: readonly QueryPlanSelectionNode[]): void {
    for (const source of this.#typenameSources(position)) this.#demand.source(source);
    for (const node of selections) {
      if (node.kind === 'InlineFragment') {
        this.ask(position, node.selections);
        continue;
      }
      const key = keyOf(node);
      for (const source of position.sourcesOf(key, this.#among)) this.#demand.source(source);
      const child = position.children.get(key);
      if (!node.selections?.length || !child) continue;
      for (const provider of child.providers) {
        if (provider.kind === 'inherit' && this.#among(provider)) this.#demand.source(provider);
      }
      this.ask(child, node.selections);
    }
  }

  /** A reader of an object's `__typename`. */
  typename(layout: Layout): (frame: Frame) => unknown {
    return typenameReader(layout, this.#typenameSources(layout.position), this.#types.interfaceObjects);
  }

  /** The writer of required fields of an object of any type: of nested objects, and of what `@fromContext` reads. */
  object(layout: Layout, selections: readonly QueryPlanSelectionNode[]): WriteRequired {
    const typenameOf = this.typename(layout);
    const writers = new Map<unknown, WriteRequired>();
    const untyped = this.fields(layout, undefined, selections);
    return (run, frame, row) => {
      const typename = typenameOf(frame);
      if (typeof typename !== 'string') return untyped(run, frame, row);
      let write = writers.get(typename);
      if (!write) {
        if (!this.#types.schema.getType(typename)) return undefined;
        write = this.fields(layout, typename, selections);
        writers.set(typename, write);
      }
      return write(run, frame, row);
    };
  }

  /**
   * The writer of required fields of an object of one type.
   * @param sentTypename the `__typename` to write
   */
  fields(
    layout: Layout,
    typename: string | undefined,
    selections: readonly QueryPlanSelectionNode[],
    sentTypename = typename,
  ): WriteRequired {
    let prefix = '{';
    const parts: { readonly prefix: string; readonly write: WriteRequired }[] = [];
    for (const field of this.needed(layout.position, typename, selections)) {
      const label = `${prefix}${JSON.stringify(field.key)}:`;
      if (field.name === '__typename' && sentTypename !== undefined) {
        prefix = `${label}${JSON.stringify(sentTypename)},`;
      } else {
        parts.push({ prefix: label, write: this.#field(layout, typename, field) });
        prefix = ',';
      }
    }
    const end = prefix === '{' ? '{}' : `${prefix.slice(0, -1)}}`;
    return (run, frame, row) => {
      let text = '';
      for (const part of parts) {
        const value = part.write(run, frame, row);
        if (value === undefined) return undefined;
        text += part.prefix + value;
      }
      return text + end;
    };
  }

  /** A reader of a field's raw value: undefined where it is missing, or null where it must not be. */
  leaf(layout: Layout, typename: string | undefined, field: RequiredField): (frame: Frame) => unknown {
    const sources = layout.position.sourcesOf(field.key, this.#among);
    const read = sourceReader(layout, sources, field.key);
    if (this.#mayBeNull(typename, field)) return read;
    return (frame) => read(frame) ?? undefined;
  }

  /**
   * The required fields that the plan fetches under the present conditions. One that it does not fetch is needed only by fields that
   * the same conditions leave out.
   */
  needed(
    position: Position,
    typename: string | undefined,
    selections: readonly QueryPlanSelectionNode[],
  ): RequiredField[] {
    return requiredFields(this.#types.schema, typename, selections).filter(
      ({ key }) => !position.excluded.has(key) || position.sourcesOf(key, this.#among).length > 0,
    );
  }

  /** Whether the present conditions leave out what a type's entities are known by; see `losesKey`. */
  losesKey(position: Position, typename: string, selections: readonly QueryPlanSelectionNode[]): boolean {
    const all = requiredFields(this.#types.schema, typename, selections);
    return losesKey(this.#types, typename, all, this.needed(position, typename, selections));
  }

  /** What of `requires` counts for the entities of one type; see `requiredOfType`. */
  ofType(position: Position, typename: string, requires: readonly QueryPlanSelectionNode[]) {
    const { schema } = this.#types;
    const fits = (condition: string) => isOfType(schema, typename, condition);
    const asked = ({ kind, fetch }: Provider) =>
      kind !== 'entity' || requiredFields(schema, typename, fetch.requires ?? []).length > 0;
    const among = (provider: Provider) => this.#among(provider) && asked(provider);
    return requiredOfType(this.#types, typename, requires, (key) => position.isSelected(key, among, fits));
  }

  /** All that is read of an object of any type, `__typename` included; undefined where objects below it are read too. */
  leavesRead(position: Position, selections: readonly QueryPlanSelectionNode[]): ReadField[] | undefined {
    const fields = this.#typenameSources(position).map((provider) => ({ provider, key: '__typename' }));
    for (const node of selections) {
      const below = node.kind === 'InlineFragment' ? this.leavesRead(position, node.selections) : [];
      if (!below || (node.kind === 'Field' && node.selections?.length)) return undefined;
      fields.push(...below);
      if (node.kind === 'InlineFragment') continue;
      const key = keyOf(node);
      fields.push(...position.sourcesOf(key, this.#among).map((provider) => ({ provider, key })));
    }
    return fields;
  }

  #mayBeNull(typename: string | undefined, field: RequiredField): boolean {
    return typename === undefined || this.#types.mayBeNull(typename, field.name);
  }

  #field(layout: Layout, typename: string | undefined, field: RequiredField): WriteRequired {
    const child = layout.position.children.get(field.key);
    if (field.selections.length > 0 && child) {
      return this.#composite(layout, child, field, this.#mayBeNull(typename, field) ? 'null' : undefined);
    }
    const read = this.leaf(layout, typename, field);
    return (run, frame) => {
      const value = read(frame);
      if (value === undefined) return undefined;
      try {
        return jsonText(value, run.clean);
      } catch (error) {
        throw this.#tooDeep(layout.position, field, error);
      }
    };
  }

  #composite(parent: Layout, position: Position, field: RequiredField, nullText: string | undefined): WriteRequired {
    const layout = new Layout(position, this.#demand);
    const valuesBelow = childValues(parent, layout);
    const write = this.object(layout, field.selections);
    const list = (run: Run, values: unknown[], depth: number): string | undefined => {
      const first = leading(values);
      if (!Array.isArray(first)) {
        if (!isData(first) && typeof first !== 'number') return 'null';
        return write(run, layout.finish(run, values), rowOf(values));
      }
      if (depth >= DEEPEST_LISTS) throw this.#tooDeep(parent.position, field, undefined);
      const lists = alignLists(values, first.length);
      let text = '[';
      for (let index = 0; index < first.length; index++) {
        const item = list(run, itemValues(lists, index), depth + 1);
        if (item === undefined) return undefined;
        text += index === 0 ? item : `,${item}`;
      }
      return `${text}]`;
    };
    return (run, frame, row) => {
      const values = valuesBelow(run, frame, row);
      if (leading(values) !== undefined) return list(run, values, 0);
      return values.includes(null) ? nullText : undefined;
    };
  }

  /** Why a field of these objects can't be written: the subgraph that has it said what is none of its values. */
  #tooDeep(position: Position, { key }: RequiredField, cause: unknown): SubgraphFailure {
    const [source] = position.sourcesOf(key, this.#among);
    return new SubgraphFailure('SUBGRAPH_RESPONSE_INVALID', source?.fetch.subgraph ?? '', cause);
  }

  #typenameSources(position: Position): Provider[] {
    if (this.#types.hasInterfaceObjects) return position.typenameSources(this.#among);
    return position.sourcesOf('__typename', this.#among);
  }
}
