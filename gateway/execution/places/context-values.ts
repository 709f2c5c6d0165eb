import type { FetchDataKeyRenamer, QueryPlanSelectionNode } from '@apollo/query-planner';
import { isData, ownValue } from '../data.ts';
import type { RequiredCompiler } from '../entities/required-writer.ts';
import type { Run } from '../run.ts';
import type { Demand } from './demand.ts';
import { Layout, NO_ROW } from './frames.ts';
import type { Position } from './position.ts';

/** Writes the variables that the object of a row takes from its ancestors (`@fromContext`), each with a leading comma. */
type WriteContext = (run: Run, row: number) => string;

/** One place where a context's value may stand: at an object above, then down these fields. */
interface ContextSource {
  readonly variable: string;
  readonly position: Position;
  readonly selection: readonly QueryPlanSelectionNode[];
  readonly keys: readonly string[];
}

/** The context of one fetch at one position. */
export class ContextCompiler {
  readonly #sources: readonly ContextSource[];
  readonly #compiler: RequiredCompiler;
  readonly #demand: Demand;
  readonly #position: Position;

  /** Asks for what the context needs; must happen before anything of the walk is compiled. */
  constructor(
    rewrites: readonly FetchDataKeyRenamer[],
    position: Position,
    compiler: RequiredCompiler,
    demand: Demand,
  ) {
    this.#compiler = compiler;
    this.#demand = demand;
    this.#position = position;
    this.#sources = rewrites.map((rewrite) => sourceOf(rewrite, position));
    for (const source of this.#sources) compiler.ask(source.position, source.selection);
  }

  /** The writer; undefined where the fetch takes nothing from a context. */
  writer(): WriteContext | undefined {
    if (this.#sources.length === 0) return undefined;
    const reads = this.#sources.map((source) => {
      const layout = new Layout(source.position, this.#demand);
      return { source, layout, write: this.#compiler.object(layout, source.selection) };
    });
    return (run, row) => {
      const values = new Map<string, string>();
      for (const { source, layout, write } of reads) {
        if (values.has(source.variable)) continue;
        const ancestor = ancestorRow(run, this.#position, row, source.position);
        const text = write(run, layout.atRow(run, ancestor), ancestor);
        const value = text === undefined ? undefined : valueAt(JSON.parse(text), source.keys);
        if (value !== undefined) values.set(source.variable, JSON.stringify(value));
      }
      return [...values].map(([name, value]) => `,${JSON.stringify(name)}:${value}`).join('');
    };
  }
}

/** Reads a rewrite's path: `..` for each object up, `... on T` for a type, a name for a field. */
function sourceOf(rewrite: FetchDataKeyRenamer, position: Position): ContextSource {
  let ancestor = position;
  let steps = rewrite.path;
  for (; steps[0] === '..' && ancestor.parent; steps = steps.slice(1)) ancestor = ancestor.parent;
  // Where nobody asked for the objects' type there is only one that they can have.
  const typed = ancestor.hasField('__typename');
  const path = steps.filter((step) => typed || !step.startsWith(FRAGMENT));
  return {
    variable: rewrite.renameKeyTo,
    position: ancestor,
    selection: selectionOf(path),
    keys: path.filter((step) => !step.startsWith(FRAGMENT)),
  };
}

const FRAGMENT = '... on ';

function selectionOf(path: readonly string[]): QueryPlanSelectionNode[] {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  const selections = selectionOf(rest);
  if (!step.startsWith(FRAGMENT)) {
    return [{ kind: 'Field', name: step, ...(selections.length > 0 && { selections }) }];
  }
  return [{ kind: 'InlineFragment', typeCondition: step.slice(FRAGMENT.length), selections }];
}

/** The row of the object above a row's own that stands at a position. */
function ancestorRow(run: Run, position: Position, row: number, ancestor: Position): number {
  let above = row;
  for (let place = position; place !== ancestor && place.parent; place = place.parent) {
    above = run.rows[place.id]?.parents[above] ?? NO_ROW;
  }
  return above;
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  let found: unknown = value;
  for (const key of keys) found = isData(found) ? ownValue(found, key) : undefined;
  return found;
}
