import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { Sliced } from '../../process/slices.ts';
import type { Utf8Text } from '../../utf8-text.ts';
import { isTooLarge } from '../answer-room.ts';
import {
  type DeferredGroup,
  type DeferredSite,
  NOT_DEFERRED,
  type Scope,
  type SiteFragment,
  scopeKey,
} from '../deferring/deferred-site.ts';
import { Demand } from '../places/demand.ts';
import { compileRows } from '../places/make-rows.ts';
import type { Position } from '../places/position.ts';
import type { Run } from '../run.ts';
import { demandAnswer } from './answer-demand.ts';
import { ObjectWriters, type WriteRow, type WritersInput } from './object-writers.ts';
import { compileAhead } from './writers-ahead.ts';

/** What a projection is compiled from. */
export interface ProjectionInput extends WritersInput {
  readonly root: Position;
  readonly rootType: GraphQLObjectType;
  readonly selectionSet: SelectionSetNode;
}

const INITIAL: Scope = { key: NOT_DEFERRED, again: false };

/**
 * Compiles the answer: functions that write the text of `data`, or of a deferred part of it, straight from what the fetches brought.
 * Null is handled as the GraphQL specification says: an error with its path, propagated to the nearest nullable parent.
 */
export class Projection {
  readonly #input: ProjectionInput;
  readonly #writers: ObjectWriters;
  /** Makes the rows that the projection reads, where no fetch made them yet. */
  readonly makeRows: (run: Run) => void;

  private constructor(input: ProjectionInput, demand: Demand, writers: ObjectWriters) {
    this.#input = input;
    this.#writers = writers;
    this.makeRows = compileRows([...demand.positions()].filter(({ hasRows }) => hasRows));
  }

  static *over(input: ProjectionInput): Sliced<Projection> {
    const { selections, root, selectionSet, among } = input;
    const demand = new Demand();
    const writers = new ObjectWriters(input, demand);
    const typenameSources = (position: Position) => writers.typenameSources(position);
    const sets = [{ set: selectionSet, fragment: undefined }];
    yield* demandAnswer({ selections, demand, among, typenameSources }, root, sets);
    return new Projection(input, demand, writers);
  }

  /** The writer of what is not deferred. */
  *answer(): Sliced<(run: Run) => Utf8Text> {
    const { root, rootType, selectionSet } = this.#input;
    const layout = this.#writers.layout(root);
    const sets = [{ set: selectionSet, fragment: undefined }];
    const objects = { position: root, type: rootType, sets, where: undefined };
    yield* compileAhead(this.#writers, this.#input, objects, INITIAL);
    const write = this.#writers.object(objects, INITIAL);
    return (run) => {
      this.makeRows(run);
      const text = withinRoom(run, () => write(run, layout.atRow(run, 0), 0));
      if (text === undefined) run.deferral?.forget([]);
      return (text ?? 'null') as Utf8Text;
    };
  }

  /** The writer of one group of a site's objects, whose rows are made. */
  group(site: DeferredSite, { key }: DeferredGroup): WriteRow {
    return this.#writers.row(site, { key, again: false });
  }

  /** The writer of all that one fragment of a site selects, whoever delivered it. */
  whole(site: DeferredSite, { fragment, set }: SiteFragment): WriteRow {
    return this.#writers.row({ ...site, sets: [{ set, fragment }] }, { key: scopeKey([fragment]), again: true });
  }
}

/** What is written for an answer; undefined where there is no room for it, which is told. */
function withinRoom(run: Run, write: () => string | undefined): string | undefined {
  try {
    const text = write();
    run.take(text);
    return text;
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    run.overflow();
    return undefined;
  }
}
