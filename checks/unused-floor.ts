import type { Reporter } from 'knip';
import { sourceFiles } from './source-files.ts';

/** Knip calls it with its results: an unused file can only be told by a knip that saw all of them. */
const unusedFloor: Reporter = ({ counters }) => {
  const files = sourceFiles();
  if (counters.total < files.length) {
    throw new Error(`knip saw ${counters.total} of ${files.length} files: see "project" in knip.json`);
  }
};

export default unusedFloor;
