import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/kit/longest-first.ts';

const TIMEOUT_MS = 120_000;

/** What looks at the memory, or at the threads, of the process that it runs in. */
const ALONE = [
  'test/integration/gateway-memory.test.ts',
  'test/unit/gateway/subgraphs/transport/response-reader.test.ts',
];

export default defineConfig({
  // Node takes graphql's main file; Vite would take its other build beside it, of whose errors Apollo's packages know nothing.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Most tests wait for servers and databases: where there are two cores, one file at a time leaves half of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What one process of a run compiled, the next ones find there: servers start in half the time.
    env: { NODE_COMPILE_CACHE: resolve('node_modules/.cache/redcat/compiled') },
    globalSetup: 'test/kit/global-setup.ts',
    // Nobody's time is asserted; this only ends what hangs, on a slow machine too.
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    // What is waited for may take long on a busy machine: by default it is given one second.
    expect: { poll: { timeout: TIMEOUT_MS / 2 } },
    reporters: ['default', './test/kit/closing-line.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // What a process has compiled and loaded, the next file finds there.
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
