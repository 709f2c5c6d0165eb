import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { Demand } from '../../../../../gateway/execution/places/demand.ts';
import { positionsOf } from '../../../../../gateway/execution/places/positions.ts';
import { Selections } from '../../../../../gateway/execution/selected-fields.ts';
import { demandAnswer } from '../../../../../gateway/execution/writing/answer-demand.ts';
import { ObjectWriters } from '../../../../../gateway/execution/writing/object-writers.ts';
import { compileAhead } from '../../../../../gateway/execution/writing/writers-ahead.ts';
import { atOnce } from '../../../../../gateway/process/slices.ts';
import { composeLocal, localSnapshot } from '../../../../kit/federation.ts';
import { shop } from '../shop.ts';

const LEVELS = 20;
const QUERY = `{ latest { ${'product { upc reviews(first: 1) { id '.repeat(LEVELS)} ${'} }'.repeat(LEVELS)} } }`;

test('writers are compiled one by one, the innermost first, and those that the answer is written with', async () => {
  const { schema } = localSnapshot(composeLocal(shop));
  const prepared = await localSnapshot(composeLocal(shop)).prepareWhole({ id: QUERY, document: parse(QUERY) });
  const { document, operation } = prepared.planned;
  const { root } = atOnce(positionsOf(prepared.steps({}).fetches, () => true));
  const selections = new Selections(schema, document, () => true);
  const demand = new Demand();
  const input = {
    schema,
    selections,
    among: () => true,
    hasInterfaceObjects: false,
    refusal: undefined,
    weights: undefined,
    clientKey: (key: string) => key,
    introspect: () => undefined,
  };
  const writers = new ObjectWriters(input, demand);
  const sets = [{ set: operation.selectionSet, fragment: undefined }];
  const typenameSources = writers.typenameSources.bind(writers);
  atOnce(demandAnswer({ selections, demand, among: () => true, typenameSources }, root, sets));

  const nesting = nestingOf(writers);
  const rootType = schema.getQueryType();
  if (!rootType) throw new Error('There is no query type');
  const objects = { position: root, type: rootType, sets, where: undefined };
  const scope = { key: '', again: false };
  const turns = [...compileAhead(writers, input, objects, scope)].length;
  expect(turns).toBe(2 * LEVELS + 2);
  expect(nesting()).toBe(2);
  const write = writers.object(objects, scope);
  expect(nesting()).toBe(1);
  expect(writers.object(objects, scope)).toBe(write);
});

/** How deep calls for writers stand in each other; told since the last telling. */
function nestingOf(writers: ObjectWriters): () => number {
  const compile = writers.object.bind(writers);
  let depth = 0;
  let most = 0;
  writers.object = (...given) => {
    most = Math.max(most, ++depth);
    try {
      return compile(...given);
    } finally {
      depth--;
    }
  };
  return () => {
    const told = most;
    most = 0;
    return told;
  };
}
