import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { demandAnswer } from './answer-demand.ts';
import {
  type DeferredGroup,
  type DeferredSite,
  NOT_DEFERRED,
  type Scope,
  type SiteFragment,
  scopeKey,
} from './deferred-site.ts';
import { Demand } from './demand.ts';
import { compileRows } from './make-rows.ts';
import { ObjectWriters, type WriteRow, type WritersInput } from './object-writers.ts';
import type { Position } from './position.ts';
import type { Run } from './run.ts';

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

  constructor(input: ProjectionInput) {
    this.#input = input;
    const { selections, root, selectionSet, among } = input;
    const demand = new Demand();
    this.#writers = new ObjectWriters(input, demand);
    const typenameSources = (position: Position) => this.#writers.typenameSources(position);
    const sets = [{ set: selectionSet, fragment: undefined }];
    demandAnswer({ selections, demand, among, typenameSources }, root, sets);
    this.makeRows = compileRows([...demand.positions()].filter(({ hasRows }) => hasRows));
  }

  /** The writer of what is not deferred. */
  answer(): (run: Run) => string {
    const { root, rootType, selectionSet } = this.#input;
    const layout = this.#writers.layout(root);
    const sets = [{ set: selectionSet, fragment: undefined }];
    const write = this.#writers.object({ position: root, type: rootType, sets, where: undefined }, INITIAL);
    return (run) => {
      this.makeRows(run);
      const text = write(run, layout.atRow(run, 0), 0);
      if (text === undefined) run.deferral?.forget([]);
      return text ?? 'null';
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
