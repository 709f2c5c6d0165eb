import { AnswerTooLarge } from '../answer-room.ts';
import { type Data, isInherited, ownValue } from '../data.ts';
import { flat, quote } from '../json-text.ts';
import { type Frame, fieldReader, type Layout, NO_ROW } from '../places/frames.ts';
import { type ReadField, Recall } from '../places/recall.ts';
import type { Run } from '../run.ts';
import type { WriteFrame } from './complete.ts';
import type { LeafField } from './leaf-field.ts';
import { generateLeafRun } from './leaf-run.ts';
import { generatePieceRun } from './piece-run.ts';

/** One field of an object's text: a constant, a leaf of one of the object's providers, or a field of the object as a whole. */
export type FieldPart =
  | { readonly label: string; readonly constant: string }
  | { readonly label: string; readonly slot: number; readonly leaf: LeafField }
  | { readonly label: string; readonly writeFrame: WriteFrame };

/** A field to write, and the text before it: its label and whatever constants stand before. */
interface Piece {
  readonly prefix: string;
  /** The slot whose object has the leaf; -1 for a field of the whole frame. */
  readonly slot: number;
  readonly leaf: LeafField;
  readonly writeFrame: WriteFrame;
}

/** Composes the writer of an object from its fields, in their order. */
export function objectWriter(layout: Layout, parts: readonly FieldPart[]): WriteFrame {
  const { pieces, end } = piecesOf(parts);
  // An object of nothing but leaves is one run of them.
  if (pieces.length > 0 && pieces.every(({ slot }) => slot >= 0)) return leavesWriter(layout, pieces, end);
  return piecesWriter(layout, joinLeaves(layout, pieces), end);
}

/** The same by generated code, where the process allows it. */
function piecesWriter(layout: Layout, pieces: readonly Piece[], end: string): WriteFrame {
  const whole = pieces.map(({ prefix, slot, leaf, writeFrame }) => {
    if (slot < 0) return { prefix, writeFrame };
    const read = fieldReader(layout, slot, leaf.key);
    return { prefix, writeFrame: (run: Run, frame: Frame) => leaf.complete(run, read(frame), NO_ROW) };
  });
  return generatePieceRun(whole, end) ?? writePieces(layout, pieces, end);
}

function writePieces({ plain }: Layout, pieces: readonly Piece[], end: string): WriteFrame {
  const count = pieces.length;
  return (run, frame, row) => {
    const { clean } = run;
    let text = '';
    for (let index = 0; index < count; index++) {
      const { prefix, slot, leaf, writeFrame } = pieces[index] as Piece;
      if (slot < 0) {
        const value = writeFrame(run, frame, row);
        if (value === undefined) return run.lose(text);
        text += prefix;
        text += value;
        if (text.length > run.room) throw new AnswerTooLarge();
        continue;
      }
      const source = (plain ? frame : (frame as readonly Frame[])[slot]) as Data | undefined;
      const value = source?.[leaf.key];
      // Most values are plain strings and integers: they are written here, without a call.
      if (typeof value === 'string' && leaf.kind === 'string') {
        text += prefix;
        text += clean ? `"${value}"` : quote(value);
      } else if (typeof value === 'number' && leaf.kind === 'integer' && (value | 0) === value) {
        text += prefix;
        text += value;
      } else {
        const other = leaf.complete(run, value, NO_ROW);
        if (other === undefined) return run.lose(text);
        text += prefix;
        text += other;
      }
      if (text.length > run.room) throw new AnswerTooLarge();
    }
    return text + end;
  };
}

/** Makes one piece of neighbouring leaves: written by generated code, and once for an entity that comes back. */
function joinLeaves(layout: Layout, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let leaves: Piece[] = [];
  const join = (): void => {
    if (leaves.length > 0) joined.push({ prefix: '', ...NO_LEAF, writeFrame: leavesWriter(layout, leaves, '') });
    leaves = [];
  };
  for (const piece of pieces) {
    if (piece.slot >= 0) {
      leaves.push(piece);
    } else {
      join();
      joined.push(piece);
    }
  }
  join();
  return joined;
}

/** @param end the text after the last of them */
function leavesWriter(layout: Layout, leaves: readonly Piece[], end: string): WriteFrame {
  const write = runsWriter(layout, leaves, end);
  const fields = leaves.flatMap(({ slot, leaf }) => {
    const provider = layout.sources[slot];
    return provider ? [{ provider, key: leaf.key }] : [];
  });
  return leaves.length > 1 ? recalled(layout, fields, write) : write;
}

/** Has as many leaves written by generated code as it can write. */
function runsWriter(layout: Layout, leaves: readonly Piece[], end: string): WriteFrame {
  const others = leaves.filter(({ leaf }) => leaf.kind === 'other').length;
  if (others === 0) return runWriter(layout, leaves, end);
  if (others === leaves.length) return writePieces(layout, leaves, end);
  const pieces: Piece[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    if (run.length > 0) pieces.push({ prefix: '', ...NO_LEAF, writeFrame: runWriter(layout, run, '') });
    run = [];
  };
  for (const piece of leaves) {
    if (piece.leaf.kind !== 'other') {
      run.push(piece);
    } else {
      close();
      pieces.push(piece);
    }
  }
  close();
  return piecesWriter(layout, pieces, end);
}

function runWriter(layout: Layout, leaves: readonly Piece[], end: string): WriteFrame {
  const { plain } = layout;
  const writeEach = writePieces(layout, leaves, end);
  const writeClean = generateLeafRun({ plain, leaves, end, clean: true });
  const writeOther = generateLeafRun({ plain, leaves, end, clean: false });
  if (!writeClean || !writeOther) return writeEach;
  const fetches = [...new Set(leaves.flatMap(({ slot }) => layout.sources[slot]?.fetch.id ?? []))];
  return (run, frame, row) =>
    (run.isClean(fetches) ? writeClean(frame) : writeOther(frame)) ?? writeEach(run, frame, row);
}

function recalled(layout: Layout, fields: readonly ReadField[], write: WriteFrame): WriteFrame {
  const recall = Recall.over<string>(layout, fields);
  if (!recall) return write;
  return (run, frame, row) => {
    const entity = recall.entityOf(run, row);
    if (entity < 0) return write(run, frame, row);
    const known = recall.find(run, entity, frame);
    if (known !== undefined) return known;
    const text = write(run, frame, row);
    if (text !== undefined && text.length > run.room) throw new AnswerTooLarge();
    // An error belongs to one place: while there are any, objects are written one by one.
    if (text !== undefined && !run.hasTrouble) recall.keep(run, entity, frame, flat(text));
    return text;
  };
}

function piecesOf(parts: readonly FieldPart[]): { pieces: Piece[]; end: string } {
  const pieces: Piece[] = [];
  let prefix = '{';
  for (const part of parts) {
    const start = `${prefix === '{' ? prefix : `${prefix},`}${part.label}`;
    if ('constant' in part) {
      prefix = start + part.constant;
    } else {
      pieces.push({
        prefix: start,
        ...('leaf' in part ? leafPiece(part) : { ...NO_LEAF, writeFrame: part.writeFrame }),
      });
      prefix = '';
    }
  }
  return { pieces, end: `${prefix}}` };
}

/** A key that every object inherits must not be read as others are: such a leaf is a field of the frame. */
function leafPiece({ slot, leaf }: { slot: number; leaf: LeafField }): Omit<Piece, 'prefix'> {
  if (!isInherited(leaf.key)) return { slot, leaf, writeFrame: writeNothing };
  return {
    ...NO_LEAF,
    writeFrame: (run, frame) => {
      const source = Array.isArray(frame) ? frame[slot] : frame;
      return leaf.complete(run, ownValue(source as Data | undefined, leaf.key), NO_ROW);
    },
  };
}

const writeNothing: WriteFrame = () => undefined;

const NO_LEAF: Pick<Piece, 'slot' | 'leaf'> = {
  slot: -1,
  leaf: { key: '', kind: 'other', isNullable: true, complete: writeNothing },
};
