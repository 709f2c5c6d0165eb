import { isOwn, ownRows } from '../../kit/claims/own-rows.ts';
import { type IdType, idType, shown } from '../../kit/ids.ts';
import type { Context } from '../context.ts';
import type { ProductLinkAttachInput, Resolvers, UserError } from '../generated/resolvers.ts';
import { createLoaders } from '../loaders.ts';
import { attachProductLink, removeProductLink } from '../store/change-product-links.ts';
import type { ContentUserErrorCode } from '../user-errors.ts';
import { hasControl } from './arguments.ts';

const LONGEST_LABEL = 40;
/** The policy by which an author is the caller, or one for whom they act. */
const OWN_AUTHOR = 'own_author';

export const mutationResolvers: Resolvers = {
  Mutation: {
    productLinkAttach: async (_mutation, { input }, context) => {
      const userErrors = attachErrors(input);
      if (userErrors.length > 0) return { productLink: null, userErrors };
      const { noteId, productId, placement, label } = input;
      const { db, settings, now } = context;
      if (await isAnothers(context, noteId)) return anothers('noteId', noteId);
      const attached = await attachProductLink(
        db,
        { noteId, productId, placement: placement ?? 'BELOW_NOTE', label: label?.trim() || null, attachedAt: now },
        settings.linksPerNote,
      );
      if (attached === 'NOTE_NOT_FOUND') return refused('noteId', attached, `There is no note ${shown(noteId)}.`);
      if (attached === 'LINKS_TOO_MANY') {
        return refused(
          'noteId',
          attached,
          `The note has ${settings.linksPerNote} product links, the most that it may.`,
        );
      }
      return written(context, attached);
    },
    productLinkRemove: async (_mutation, { input: { productLinkId } }, context) => {
      const wrong = idError('productLinkId', productLinkId, 'link');
      if (wrong) return { productLink: null, userErrors: [wrong] };
      const link = await context.loaders.productLink.load(productLinkId);
      if (link && (await isAnothers(context, link.noteId))) return anothers('productLinkId', link.noteId);
      const removed = await removeProductLink(context.db, productLinkId);
      if (!removed) return refused('productLinkId', 'LINK_NOT_FOUND', `There is no link ${shown(productLinkId)}.`);
      return written(context, removed);
    },
  },
};

/** Whether a note is there, and by none of the caller's own authors. */
async function isAnothers({ claims, loaders }: Context, noteId: string): Promise<boolean> {
  if (ownRows(claims, OWN_AUTHOR) === 'all') return false;
  const note = await loaders.note.load(noteId);
  return note !== undefined && !isOwn(claims, OWN_AUTHOR, note.authorId);
}

function anothers(field: string, noteId: string) {
  return refused(field, 'NOTE_FORBIDDEN', `The note ${shown(noteId)} is by none of your authors.`);
}

function attachErrors({ noteId, productId, label }: ProductLinkAttachInput): UserError[] {
  const labelLength = [...(label ?? '').trim()].length;
  const wrong = [
    idError('noteId', noteId, 'note'),
    idError('productId', productId, 'product'),
    labelLength > LONGEST_LABEL &&
      userError(
        'label',
        'LABEL_INVALID',
        `The label has ${labelLength} characters; at most ${LONGEST_LABEL} are shown.`,
      ),
    hasControl(label ?? '') && userError('label', 'LABEL_INVALID', 'The label holds control characters.'),
  ];
  return wrong.filter((error) => error !== false && error !== undefined);
}

function idError(field: string, id: string, type: IdType): UserError | undefined {
  if (idType(id) === type) return undefined;
  return userError(field, 'ID_INVALID', `${shown(id)} is no ${type} id: it begins with ${type}_`);
}

function userError(field: string, code: ContentUserErrorCode, message: string): UserError {
  return { field: [field], code, message };
}

function refused(field: string, code: ContentUserErrorCode, message: string) {
  return { productLink: null, userErrors: [userError(field, code, message)] };
}

/** The payload of a change, after which nothing read before it is trusted. */
function written<Link>(context: Context, productLink: Link) {
  context.loaders = createLoaders(context.db, context.brands);
  return { productLink, userErrors: [] };
}
