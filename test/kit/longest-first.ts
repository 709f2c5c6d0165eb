import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where the files are that take longest, in this order; what stands nowhere here takes no longer than a unit test does. */
const LONGEST = [
  'test/system/crash.test.ts',
  'test/system/',
  'test/integration/world-',
  'test/integration/commerce-',
  'test/checks/',
  'test/conformance/',
  'test/integration/',
  'test/e2e/',
];

/** Runs the files that take longest first, so that all workers end together. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      // A worker goes on with files of its own project alone.
      if (project.config.isolate) return -1;
      const path = relative(process.cwd(), moduleId);
      const index = LONGEST.findIndex((beginning) => path.startsWith(beginning));
      return index === -1 ? LONGEST.length : index;
    };
    // The sort is stable: within a place they are as Vitest has them, by size.
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
