import type { FetchDataKeyRenamer, QueryPlanSelectionNode } from '@apollo/query-planner';
import { isData, ownValue } from './data.ts';
import type { Demand } from './demand.ts';
import { type Frame, Layout } from './frames.ts';
import type { Position } from './positions.ts';
import type { RequiredCompiler } from './required-writer.ts';
import type { Run } from './run.ts';

/** Writes the variables that an object takes from its ancestors (`@fromContext`), each with a leading comma. */
type WriteContext = (run: Run, ancestors: readonly Frame[]) => string;

/** One place where a context's value may stand: so many objects up, then down these fields. */
interface ContextSource {
  readonly variable: string;
  readonly depth: number;
  readonly position: Position;
  readonly selection: readonly QueryPlanSelectionNode[];
  readonly keys: readonly string[];
}

/** The context of one fetch at one position. */
export class ContextCompiler {
  readonly #sources: readonly ContextSource[];
  readonly #compiler: RequiredCompiler;
  readonly #demand: Demand;

  /** Asks for what the context needs; must happen before anything of the walk is compiled. */
  constructor(
    rewrites: readonly FetchDataKeyRenamer[],
    position: Position,
    compiler: RequiredCompiler,
    demand: Demand,
  ) {
    this.#compiler = compiler;
    this.#demand = demand;
    this.#sources = rewrites.map((rewrite) => sourceOf(rewrite, position));
    for (const source of this.#sources) compiler.ask(source.position, source.selection);
  }

  /** The writer; undefined where the fetch takes nothing from a context. */
  writer(): WriteContext | undefined {
    if (this.#sources.length === 0) return undefined;
    const reads = this.#sources.map((source) => {
      const write = this.#compiler.object(new Layout(source.position, this.#demand), source.selection);
      return { source, write };
    });
    return (run, ancestors) => {
      const values = new Map<string, string>();
      for (const { source, write } of reads) {
        if (values.has(source.variable)) continue;
        const text = write(run, ancestors[source.depth]);
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
  const typed = ancestor.fields.has('__typename');
  const path = steps.filter((step) => typed || !step.startsWith(FRAGMENT));
  return {
    variable: rewrite.renameKeyTo,
    depth: depthOf(ancestor),
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

function depthOf(position: Position): number {
  return position.parent ? depthOf(position.parent) + 1 : 0;
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  let found: unknown = value;
  for (const key of keys) found = isData(found) ? ownValue(found, key) : undefined;
  return found;
}
