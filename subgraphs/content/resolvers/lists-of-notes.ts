import { type Connection, toConnection } from '../../kit/connection.ts';
import { checkId } from '../../kit/ids.ts';
import type { Context } from '../context.ts';
import type { NoteFilter as FilterInput, QuerynotesArgs } from '../generated/resolvers.ts';
import { type Loaders, rememberNotes } from '../loaders.ts';
import { listNotes, type NoteFilter, type NoteOrder, type NotePlace } from '../store/note-lists.ts';
import type { NoteRow } from '../store/notes.ts';
import type { Page } from '../store/page.ts';
import { checkPlain } from './arguments.ts';
import { pageByInstant, pageOf } from './places.ts';

/** A connection's arguments. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/** What a note is ordered by. */
const keys = {
  NEWEST: (note: NoteRow) => note.publishedAt.getTime(),
  MOST_READ: (note: NoteRow) => note.readCount,
  MOST_ENGAGED: (note: NoteRow) => note.interactionCount,
} as const satisfies Record<NoteOrder, (note: NoteRow) => number>;

/** All notes that a filter lets through, in an order. */
export async function notesConnection(
  { first, after, filter: input, orderBy }: QuerynotesArgs & { first: number; orderBy: NoteOrder },
  { db, loaders }: Context,
): Promise<Connection<NoteRow>> {
  const filter = filterOf(input);
  return connectNotes({ first, after }, `notes:${orderBy}:${JSON.stringify(filter)}`, orderBy, loaders, (page) =>
    listNotes(db, filter, orderBy, page),
  );
}

/**
 * A page of notes.
 * @param list the list's name: its parent, and all that selects its rows
 */
export async function connectNotes(
  args: PageArguments,
  list: string,
  order: NoteOrder,
  loaders: Loaders,
  read: (page: Page<NotePlace>) => Promise<readonly NoteRow[] | undefined>,
): Promise<Connection<NoteRow>> {
  const page = order === 'NEWEST' ? pageByInstant(args, list) : pageOf(args, list, [0, ''] as const);
  const rows = rememberNotes(loaders, (await read(page)) ?? []);
  return toConnection(rows, {
    first: args.first,
    after: args.after,
    list,
    keysOf: (note) => [keys[order](note), note.id],
  });
}

function filterOf(input: FilterInput | null | undefined): NoteFilter {
  const { authorId, industry, topic, linked } = input ?? {};
  return {
    ...(authorId != null && { authorId: checkId(authorId, 'author') }),
    ...(industry != null && { industry }),
    ...(topic != null && { topic: checkPlain('topic', topic) }),
    ...(linked != null && { linked }),
  };
}
