import type { ParseArgsOptionsConfig } from 'node:util';

export const operationsFlags = {
  registry: { type: 'string' },
  supergraph: { type: 'string' },
  owner: { type: 'string' },
  clients: { type: 'string' },
  client: { type: 'string' },
  usage: { type: 'string' },
  out: { type: 'string' },
  typename: { type: 'boolean' },
  check: { type: 'boolean' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

/** The flags of `operations`, as they were given. */
export type OperationsFlags = {
  readonly [Name in keyof typeof operationsFlags]?: (typeof operationsFlags)[Name]['type'] extends 'boolean'
    ? boolean
    : string;
};
