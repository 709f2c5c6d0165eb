import { z } from 'zod';
import { type Setting, wholeNumber } from '../../settings/settings.ts';

/** Settings of where the supergraph comes from, how it is kept up to date, and how operations are planned on it. */
export const supergraphSettings = {
  supergraph: {
    env: 'GATEWAY_SUPERGRAPH',
    meaning:
      'The supergraph: a file, which is watched, or a URL, which is asked again with its ETag; `--supergraph` says it too. A new one is served without a restart.',
    schema: z.string(),
    default: 'schema/supergraph.graphql',
  },
  subgraphList: {
    env: 'GATEWAY_SUBGRAPHS',
    meaning:
      'A list of subgraphs, as `redcat compose` takes it, to be composed and served in place of `GATEWAY_SUPERGRAPH`; its files are watched. `--subgraphs` says it too.',
    schema: z.string(),
  },
  supergraphPoll: {
    env: 'GATEWAY_SUPERGRAPH_POLL_MS',
    meaning:
      'How often it is looked whether there is a new supergraph, in milliseconds, beside the watch on files; 0 for never.',
    schema: wholeNumber(0, 86_400_000),
    default: '10000',
  },
  supergraphTimeout: {
    env: 'GATEWAY_SUPERGRAPH_TIMEOUT_MS',
    meaning: 'Longest wait for a supergraph from a URL, in milliseconds.',
    schema: wholeNumber(1, 600_000),
    default: '10000',
  },
  supergraphLimit: {
    env: 'GATEWAY_SUPERGRAPH_BYTES',
    meaning: 'Largest supergraph taken from a URL, in bytes.',
    schema: wholeNumber(1, 1_000_000_000),
    default: '67108864',
  },
  warmOperations: {
    env: 'GATEWAY_WARM_OPERATIONS',
    meaning:
      'Most operations that are planned on a new supergraph before it is served, those used most recently, beside the registered ones, which all are.',
    schema: wholeNumber(0, 100_000),
    default: '500',
  },
  warmTime: {
    env: 'GATEWAY_WARM_MS',
    meaning: 'Longest time for that, in milliseconds.',
    schema: wholeNumber(0, 600_000),
    default: '20000',
  },
  planningTimeout: {
    env: 'GATEWAY_PLANNING_TIMEOUT_MS',
    meaning:
      'Longest that one new operation may be planned, in milliseconds, waiting apart; past it the operation is refused, for a minute without trying again.',
    schema: wholeNumber(1, 600_000),
    default: '5000',
  },
  planningQueue: {
    env: 'GATEWAY_PLANNING_QUEUE',
    meaning:
      'Most new operations that wait to be planned; further ones are refused. Operations that are planned already never wait.',
    schema: wholeNumber(1, 100_000),
    default: '1000',
  },
  planningThreads: {
    env: 'GATEWAY_PLANNING_THREADS',
    meaning:
      'Most threads that plan new operations. There is one, until an operation that takes long holds up others; such operations get all but one.',
    schema: wholeNumber(1, 64),
    default: '2',
  },
  planningMemory: {
    env: 'GATEWAY_PLANNING_MEMORY_MB',
    meaning:
      'Most memory that planning may use, in megabytes, each thread an equal share; an operation that needs more than that is refused, and so is a supergraph.',
    schema: wholeNumber(64, 65_536),
    default: '1024',
  },
} as const satisfies Record<string, Setting<unknown>>;
