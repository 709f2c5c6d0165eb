import type { Variables } from '../../guard/variables.ts';
import type { Reply } from '../../pipeline.ts';
import { plainText } from '../../utf8-text.ts';
import type { Paging } from './paging.ts';
import type { Problem } from './problem.ts';

/** One page as it was answered. */
interface Page {
  readonly items: readonly unknown[];
  readonly cursor: string | undefined;
  readonly hasNextPage: boolean;
}

/** Reads the connection out of an answer; an empty page where there is none. */
function pageOf({ data }: Reply, { path, items, pageInfo, hasNextPage, endCursor }: Paging): Page {
  const connection = path.reduce<unknown>(member, JSON.parse(data === undefined ? 'null' : plainText(data)));
  const info = member(connection, pageInfo);
  const [list, cursor] = [member(connection, items), member(info, endCursor)];
  return {
    items: Array.isArray(list) ? list : [],
    cursor: typeof cursor === 'string' ? cursor : undefined,
    hasNextPage: member(info, hasNextPage) === true,
  };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** How pages are asked for. */
export interface PageSource {
  readonly paging: Paging;
  /** Of the first page. */
  readonly variables: Variables;
  readonly ask: (variables: Variables) => Promise<Reply>;
  /** Why a page can't be taken as it is; undefined for nothing. */
  readonly fault: (page: Reply) => Problem | undefined;
  /** Most pages of one stream. */
  readonly pages: number;
  /** Whether it should end early, such as where the gateway is about to stop. */
  readonly isOver: () => boolean;
}

/**
 * The lines of all pages: each item one, as it was selected, and a last one that says with which variables to go on, and what ended it
 * where that was a fault. A page is asked for when the one before was taken.
 * @param first the first page, without fault
 */
export async function* pageLines(first: Reply, source: PageSource): AsyncGenerator<string> {
  const { paging, variables, ask, fault, isOver } = source;
  let page = pageOf(first, paging);
  let after = variables[paging.after];
  for (let pages = 1; ; pages++) {
    if (page.items.length > 0) yield `${page.items.map((item) => JSON.stringify(item)).join('\n')}\n`;
    const isStuck = page.cursor === undefined || page.cursor === after;
    after = page.cursor ?? after ?? null;
    if (!page.hasNextPage || isStuck || pages >= source.pages || isOver()) break;
    const reply = await ask({ ...variables, [paging.after]: after });
    const problem = fault(reply);
    if (problem) return yield line({ resume: { [paging.after]: after }, hasNextPage: true, problem });
    page = pageOf(reply, paging);
  }
  yield line({ resume: { [paging.after]: after }, hasNextPage: page.hasNextPage });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
