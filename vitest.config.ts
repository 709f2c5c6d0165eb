import { defineConfig } from 'vitest/config';

const TIMEOUT_MS = 120_000;

export default defineConfig({
  // Node takes graphql's main file; Vite would take its other build beside it, of whose errors Apollo's packages know nothing.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: 'test/kit/global-setup.ts',
    // Nobody's time is asserted; this only ends what hangs, on a slow machine too.
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/kit/closing-line.ts'],
  },
});
