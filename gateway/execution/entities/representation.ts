import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { applyRewrites, isOfType } from '../fetching/rewrites.ts';
import type { Frame, Layout } from '../places/frames.ts';
import { Recall } from '../places/recall.ts';
import type { Run } from '../run.ts';
import { RepresentationShape, type Representations } from './representations.ts';
import { type RequiredField, requiredFields } from './required-fields.ts';
import type { RequiredCompiler } from './required-writer.ts';

/** Gives an object the number under which it is asked for; -1 where a required part of it is missing. */
type NumberObject = (run: Run, frame: Frame, row: number, representations: Representations, context: string) => number;

/** What the numbering of one position's objects is compiled from. */
interface RepresentationInput {
  /** The supergraph's schema. */
  readonly schema: GraphQLSchema;
  readonly compiler: RequiredCompiler;
  readonly layout: Layout;
  readonly requires: readonly QueryPlanSelectionNode[];
  readonly rewrites: readonly FetchDataRewrite[];
}

/** Compiles the numbering of objects by their representation; each type is compiled when its first object comes. */
export function numberObjects(input: RepresentationInput): NumberObject {
  const { schema, compiler, layout } = input;
  const typenameOf = compiler.typename(layout);
  const byType = new Map<unknown, NumberObject>();
  // Neighbours mostly have one type.
  let lastTypename: unknown;
  let lastNumber = leftOut;
  const compile = (typename: string): NumberObject => {
    if (!schema.getType(typename)) return leftOut;
    const number = numberType(input, typename);
    byType.set(typename, number);
    return number;
  };
  const numberAny: NumberObject = (run, frame, row, representations, context) => {
    const typename = typenameOf(frame);
    if (typeof typename !== 'string') return -1;
    if (typename !== lastTypename) {
      lastNumber = byType.get(typename) ?? compile(typename);
      lastTypename = typename;
    }
    return lastNumber(run, frame, row, representations, context);
  };
  const fields = compiler.leavesRead(layout.position, input.requires);
  const recall = fields && Recall.over<number>(layout, fields);
  return recall ? recalled(recall, numberAny) : numberAny;
}

/** What is the same entity of an earlier fetch is mostly the same of this one. */
function recalled(recall: Recall<number>, number: NumberObject): NumberObject {
  return (run, frame, row, representations, context) => {
    const entity = context === '' ? recall.entityOf(run, row) : -1;
    if (entity < 0) return number(run, frame, row, representations, context);
    const known = recall.find(run, entity, frame);
    if (known !== undefined) return known;
    const made = number(run, frame, row, representations, context);
    recall.keep(run, entity, frame, made);
    return made;
  };
}

const leftOut: NumberObject = () => -1;

function numberType(input: RepresentationInput, typename: string): NumberObject {
  const { schema, compiler, layout, rewrites } = input;
  const requires = compiler.ofType(layout.position, typename, input.requires);
  // A representation without its `__typename` says nothing: no fragment fits the object.
  if (!requiredFields(schema, typename, requires).some(({ name }) => name === '__typename')) return leftOut;
  if (compiler.losesKey(layout.position, typename, requires)) return leftOut;
  const typenameOnly = rewrites.every(setsTypename);
  const sentTypename = typenameOnly ? rewrittenTypename(schema, typename, rewrites) : typename;
  const write = compiler.fields(layout, typename, requires, sentTypename);
  if (!typenameOnly) {
    return (run, frame, row, representations, context) => {
      const text = write(run, frame, row);
      if (text === undefined) return -1;
      const representation: unknown = JSON.parse(text);
      applyRewrites(schema, rewrites, representation);
      return representations.add(JSON.stringify(representation), context);
    };
  }
  const slow: NumberObject = (run, frame, row, representations, context) => {
    const text = write(run, frame, row);
    return text === undefined ? -1 : representations.add(text, context);
  };
  const fields = compiler.needed(layout.position, typename, requires);
  const flat = fields.every(({ name, selections }) => name === '__typename' || selections.length === 0);
  return flat ? numberFlat(input, typename, sentTypename, fields, slow) : slow;
}

/**
 * The same for objects whose required fields are leaves: they are told apart by their values, which is cheaper than by the text, and the
 * text is written for the first of equal ones alone.
 */
function numberFlat(
  { compiler, layout }: RepresentationInput,
  typename: string,
  sentTypename: string,
  fields: readonly RequiredField[],
  slow: NumberObject,
): NumberObject {
  const leaves = fields.filter(({ name }) => name !== '__typename');
  const reads = leaves.map((field) => compiler.leaf(layout, typename, field));
  if (leaves.length === 0) return slow;
  const shape = new RepresentationShape(typename, sentTypename, leaves);
  const [read] = reads;
  if (read && reads.length === 1) {
    return (run, frame, row, representations, context) => {
      const value = read(frame);
      if (value === undefined) return -1;
      // A custom scalar may be an object, which has no identity to tell it by.
      if (context !== '' || isObject(value)) return slow(run, frame, row, representations, context);
      return representations.addByValue(shape, value, run.clean);
    };
  }
  return (run, frame, row, representations, context) => {
    if (context !== '') return slow(run, frame, row, representations, context);
    const values: unknown[] = new Array(reads.length);
    for (let index = 0; index < reads.length; index++) {
      const value = reads[index]?.(frame);
      if (value === undefined) return -1;
      if (isObject(value)) return slow(run, frame, row, representations, context);
      values[index] = value;
    }
    return representations.addByValues(shape, values, run.clean);
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function rewrittenTypename(schema: GraphQLSchema, typename: string, rewrites: readonly FetchDataRewrite[]): string {
  let name = typename;
  for (const rewrite of rewrites) {
    const condition = rewrite.path[0]?.slice('... on '.length) ?? '';
    if (rewrite.kind === 'ValueSetter' && isOfType(schema, name, condition)) name = rewrite.setValueTo;
  }
  return name;
}

/** Whether a rewrite only gives objects of a type another `__typename`. */
function setsTypename(rewrite: FetchDataRewrite): boolean {
  const [fragment, key] = rewrite.path;
  if (rewrite.kind !== 'ValueSetter' || rewrite.path.length !== 2 || key !== '__typename') return false;
  return fragment?.startsWith('... on ') === true && typeof rewrite.setValueTo === 'string';
}
