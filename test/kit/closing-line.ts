import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line of counts, for whoever reads the log without knowing vitest. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string) => states.filter((one) => one === state).length;
    // A file that can't be loaded, and an error outside of any test, is in no test's result.
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandledErrors.length;
    const line = `tests: ${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`;
    process.stdout.write(`\n${line}\n`);
  }
}
