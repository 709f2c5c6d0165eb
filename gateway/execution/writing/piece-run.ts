import { AnswerTooLarge } from '../answer-room.ts';
import { generatedFunction } from '../generated-function.ts';
import type { WriteFrame } from './complete.ts';

/** A field, and the text before it. */
export interface RunPiece {
  readonly prefix: string;
  readonly writeFrame: WriteFrame;
}

/** What generated code uses: it enters by name, and never as text. */
interface Used {
  readonly writers: readonly WriteFrame[];
  readonly AnswerTooLarge: typeof AnswerTooLarge;
}

/**
 * Generates the writer of an object's fields, one after the other. As code of its own, each field is written by a call at a place of its own, which
 * V8 can follow; in a loop over all fields it can't. Labels enter the code as JSON string literals only.
 * @param end the text after the last of them
 * @returns undefined where the process forbids to generate code
 */
export function generatePieceRun(pieces: readonly RunPiece[], end: string): WriteFrame | undefined {
  const writers = pieces.map((_, index) => `const w${index} = used.writers[${index}];`);
  const writes = pieces.map(
    ({ prefix }, index) => `
      const t${index} = w${index}(run, frame, row);
      if (t${index} === undefined) return run.lose(text);
      text += ${JSON.stringify(prefix)} + t${index};
      if (text.length > run.room) throw new used.AnswerTooLarge();`,
  );
  const code = `
    ${writers.join('\n')}
    return (run, frame, row) => {
      let text = '';
      ${writes.join('\n')}
      return text + ${JSON.stringify(end)};
    };`;
  const used: Used = { writers: pieces.map(({ writeFrame }) => writeFrame), AnswerTooLarge };
  return generatedFunction<(used: Used) => WriteFrame>('used', code)?.(used);
}
