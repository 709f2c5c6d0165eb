/** One check of `npm run check`. */
export interface Check {
  readonly name: string;
  /** What holds when it passes. */
  readonly holds: string;
  /** A program of node_modules/.bin, or a file for Node, and its arguments. */
  readonly command: readonly [string, ...string[]];
  /** What to do when it fails. */
  readonly mend: string;
}

/** Every check, in the order in which results are printed. Each has a test in test/checks that plants a fault for it to find. */
export const checks: readonly Check[] = [
  {
    name: 'types',
    holds: 'TypeScript finds no type error',
    command: ['node', 'checks/types.ts'],
    mend: 'mend the types; `npx tsc --watch` tells as you go',
  },
  {
    name: 'style',
    holds: 'Biome finds nothing in lint and format',
    command: ['node', 'checks/style.ts'],
    mend: '`npx biome check --write .` mends the format and much of the lint; the rest is for you (rules: biome.json, checks/lint/)',
  },
  {
    name: 'imports',
    holds: 'every import goes in an allowed direction, and none in a circle',
    command: ['node', 'checks/imports/main.ts'],
    mend: 'the rule that is named stands in checks/imports/rules.ts: move the code to where it may import that',
  },
  {
    name: 'unused',
    holds: 'every file, export and dependency is used',
    command: [
      'knip',
      '--no-progress',
      '--treat-config-hints-as-errors',
      '--reporter',
      'symbols',
      '--reporter',
      './checks/unused-floor.ts',
    ],
    mend: 'delete what is unused; an entry file that knip does not know goes to knip.json',
  },
  {
    name: 'generated',
    holds: 'generated types and documents are those of the schema',
    command: ['node', 'codegen.ts', '--check'],
    mend: '`npm run codegen`, and commit what it writes',
  },
  {
    name: 'supergraph',
    holds: 'the subgraphs compose, to the supergraph that is committed',
    command: ['node', 'gateway/cli.ts', 'compose', '--check'],
    mend: 'mend schema/*.graphql until `npm run compose` succeeds, and commit schema/supergraph.graphql',
  },
  {
    name: 'readme',
    holds: 'the tables of README and docs are those of the code',
    command: ['node', 'checks/readme.ts', '--check'],
    mend: '`npm run readme`, and commit what it writes',
  },
];
