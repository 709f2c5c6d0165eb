import { type CursorKeys, encodeCursor } from './cursor.ts';
import { InputError } from './errors.ts';

/** A Relay connection, cursors and nodes side by side: https://relay.dev/graphql/connections.htm */
export interface Connection<Node> {
  readonly edges: { cursor: string; node: Node }[];
  readonly nodes: Node[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/**
 * Checks a page size.
 * @returns `first`
 * @throws {InputError} PAGE_SIZE_INVALID outside 1 to `most`
 */
export function checkFirst(first: number, most = 100): number {
  if (first < 1 || first > most) {
    throw new InputError('PAGE_SIZE_INVALID', `first must be 1 to ${most}; it was ${first}.`);
  }
  return first;
}

/** Where a page is cut from its list. */
export interface PageCut<Row> {
  readonly first: number;
  /** The cursor that the page begins after, if any. */
  readonly after: string | null | undefined;
  /** The list's name, as `encodeCursor` takes it. */
  readonly list: string;
  readonly keysOf: (row: Row) => CursorKeys;
}

/**
 * Makes a connection of rows in order.
 * @param rows up to `first + 1` of them: the one too many says that there is a next page
 */
export function toConnection<Row>(rows: readonly Row[], cut: PageCut<Row>): Connection<Row>;
export function toConnection<Row, Node>(
  rows: readonly Row[],
  cut: PageCut<Row>,
  nodeOf: (row: Row) => Node,
): Connection<Node>;
export function toConnection<Row>(
  rows: readonly Row[],
  cut: PageCut<Row>,
  nodeOf: (row: Row) => unknown = (row) => row,
): Connection<unknown> {
  const page = rows.slice(0, cut.first);
  const edges = page.map((row) => ({ cursor: encodeCursor(cut.list, cut.keysOf(row)), node: nodeOf(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: rows.length > cut.first,
      hasPreviousPage: cut.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
