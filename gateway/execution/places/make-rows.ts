import { type Data, isData } from '../data.ts';
import type { Run } from '../run.ts';
import { alignLists, itemValues, leading } from '../values.ts';
import { DEEPEST_LISTS } from './nested-lists.ts';
import type { Position, Provider } from './position.ts';
import { generateReadKey } from './read-key.ts';
import { Rows } from './rows.ts';

/** Finds the object that a provider has for a row of its position. */
export type ObjectAt = (run: Run, row: number) => Data | undefined;

/** How to find a provider's objects. The position must have rows. */
export function objectAt({ kind, id, fetch: { id: fetch }, placement }: Provider): ObjectAt {
  if (kind === 'inherit') return (run, row) => run.columns[id]?.[row];
  if (kind === 'data' || !placement) return (run) => run.data[fetch];
  const { id: place } = placement;
  return (run, row) => {
    const number = run.numbers[place]?.[row];
    return number === undefined || number < 0 ? undefined : run.entities[fetch]?.[number];
  };
}

/** Compiles the making of rows at these positions, and at those above, as far as fetches have brought their objects by now. */
export function compileRows(positions: Iterable<Position>): (run: Run) => void {
  const known = new Set<Position>();
  const steps: ((run: Run) => void)[] = [];
  const add = (position: Position): void => {
    if (known.has(position)) return;
    known.add(position);
    if (position.parent) add(position.parent);
    steps.push(makeRows(position));
  };
  for (const position of positions) add(position);
  return (run) => {
    for (const step of steps) step(run);
  };
}

function makeRows(position: Position): (run: Run) => void {
  const { id, parent, inherits } = position;
  if (!parent) {
    return (run) => {
      if (run.rows[id]) return;
      run.rows[id] = new Rows();
      run.rows[id].add(0);
    };
  }
  const [provider, another] = inherits;
  return provider && !another ? rowsOfOne(position, parent, provider) : rowsOfMany(position, parent);
}

function rowsOfOne(position: Position, parent: Position, provider: Provider): (run: Run) => void {
  const read = valueAt(provider);
  return (run) => {
    const above = run.rows[parent.id];
    if (run.rows[position.id] || !above || !arrived(run, provider)) return;
    const { count } = above;
    const starts: number[] = new Array(count);
    const parents: number[] = [];
    const column: Data[] = [];
    const collect = (value: unknown, row: number, depth: number): void => {
      if (Array.isArray(value)) {
        if (depth >= DEEPEST_LISTS) return;
        for (let index = 0; index < value.length; index++) collect(value[index], row, depth + 1);
      } else if (isData(value)) {
        parents.push(row);
        column.push(value);
      }
    };
    for (let row = 0; row < count; row++) {
      starts[row] = column.length;
      collect(read(run, row), row, 0);
    }
    run.rows[position.id] = new Rows(parents, starts);
    run.columns[provider.id] = column;
  };
}

/** Whoever comes first tells which objects there are; who comes later adds what was null until then. */
function rowsOfMany(position: Position, parent: Position): (run: Run) => void {
  const sources = position.inherits.map((provider) => ({ provider, read: valueAt(provider) }));
  return (run) => {
    const above = run.rows[parent.id];
    const fresh = sources.filter(({ provider }) => !run.columns[provider.id] && arrived(run, provider));
    if (!above || fresh.length === 0) return;
    run.rows[position.id] ??= new Rows();
    const rows = run.rows[position.id] as Rows;
    const columns = fresh.map(({ provider }): (Data | undefined)[] => {
      run.columns[provider.id] = [];
      return run.columns[provider.id] as Data[];
    });
    const place = (values: unknown[], parentRow: number, depth: number): unknown => {
      const first = leading(values);
      if (Array.isArray(first)) {
        if (depth >= DEEPEST_LISTS) return undefined;
        const lists = alignLists(values, first.length);
        return first.map((_, index) => place(itemValues(lists, index), parentRow, depth + 1));
      }
      const [known, ...objects] = values;
      if (typeof known !== 'number' && !isData(first)) return undefined;
      const row = typeof known === 'number' ? known : rows.add(parentRow);
      for (const [slot, column] of columns.entries()) {
        const object = objects[slot];
        if (isData(object)) column[row] = object;
      }
      return row;
    };
    for (let row = 0; row < above.count; row++) {
      rows.nested[row] = place([rows.nested[row], ...fresh.map(({ read }) => read(run, row))], row, 0);
    }
  };
}

function arrived(run: Run, { fetch }: Provider): boolean {
  return run.data[fetch.id] !== undefined || run.entities[fetch.id] !== undefined;
}

/** Reads what a provider has for the objects of the parent's row: an object, lists of them, or null. */
function valueAt({ from, position: { key } }: Provider): (run: Run, parentRow: number) => unknown {
  if (!from) throw new Error('Only a field of a provider above has values');
  const at = objectAt(from);
  const read = generateReadKey(key);
  return (run, row) => read(at(run, row));
}

/** Finds the rows of a position that belong to a row of the parent position, nested in arrays as the lists are. */
export function rowsBelow(position: Position): (run: Run, parentRow: number) => unknown {
  const [provider, another] = position.inherits;
  if (!provider || another) return (run, parentRow) => run.rows[position.id]?.nested[parentRow];
  const read = valueAt(provider);
  return (run, parentRow) => {
    let next = run.rows[position.id]?.starts[parentRow];
    if (next === undefined) return undefined;
    const number = (value: unknown, depth: number): unknown => {
      if (Array.isArray(value)) {
        return depth < DEEPEST_LISTS ? value.map((item) => number(item, depth + 1)) : undefined;
      }
      return isData(value) && next !== undefined ? next++ : undefined;
    };
    return number(read(run, parentRow), 0);
  };
}
