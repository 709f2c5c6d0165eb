import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const TIMEOUT_MS = 120_000;

export default defineConfig({
  // Node takes graphql's main file; Vite would take its other build beside it, of whose errors Apollo's packages know nothing.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Most tests wait for servers and databases: where there are two cores, one file at a time leaves half of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: 'test/kit/global-setup.ts',
    // Nobody's time is asserted; this only ends what hangs, on a slow machine too.
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/kit/closing-line.ts'],
  },
});
