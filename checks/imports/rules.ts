/** Forbids imports; paths are regular expressions over paths from the root, and `$1` stands for what `from` caught. */
export interface ImportRule {
  readonly name: string;
  readonly reason: string;
  readonly from: string;
  readonly notFrom?: string;
  readonly to: string;
  readonly notTo?: string;
  /** Whether an import that takes only types is allowed all the same. */
  readonly typesMay?: true;
  /** An import that the rule forbids, as `from → to`: it shows what is meant, and a test holds the rule to it. */
  readonly forbids: string;
}

const HOUSES = '^(gateway|subgraphs|settings|schema|system|checks|test|bench|packaging|examples)/|^[^/]+\\.ts$';

/** The gateway's stages, in the order in which a request passes them. */
const STAGES = ['clients', 'operations', 'guard', 'planning', 'execution'];
const ANY_STAGE = `^gateway/(${STAGES.join('|')})/`;

const houses: ImportRule[] = [
  {
    name: 'schema-knows-nobody',
    reason:
      'The contract between the two companies stands on its own: everyone may read it, it imports nothing of ours.',
    from: '^schema/',
    to: HOUSES,
    notTo: '^schema/',
    forbids: 'schema/generated/operations.ts → settings/settings.ts',
  },
  {
    name: 'settings-know-nobody',
    reason: 'How a setting is declared is the same for every server, so it knows none of them.',
    from: '^settings/',
    to: HOUSES,
    notTo: '^settings/',
    forbids: 'settings/settings.ts → gateway/config.ts',
  },
  {
    name: 'examples-stand-alone',
    reason:
      'An example is what somebody else would write: it knows the contract by the wire, and nobody here knows it.',
    from: '^examples/',
    to: HOUSES,
    notTo: '^examples/',
    forbids: 'examples/video/main.ts → subgraphs/kit/server.ts',
  },
  {
    name: 'nothing-to-examples',
    reason: 'An example is there to be read and started: nothing stands on it.',
    from: '',
    notFrom: '^(examples|test)/',
    to: '^examples/',
    forbids: 'subgraphs/commerce/main.ts → examples/video/clips.ts',
  },
  {
    name: 'gateway-not-to-subgraphs',
    reason: 'The gateway serves any supergraph: it knows a subgraph by its URL alone.',
    from: '^gateway/',
    to: '^subgraphs/',
    forbids: 'gateway/main.ts → subgraphs/kit/server.ts',
  },
  {
    name: 'subgraphs-not-to-gateway',
    reason: 'A subgraph serves any gateway.',
    from: '^subgraphs/',
    to: '^gateway/',
    forbids: 'subgraphs/kit/server.ts → gateway/config.ts',
  },
  {
    name: 'content-not-to-commerce',
    reason: 'They are two companies: what one needs of the other goes through the contract or the feed.',
    from: '^subgraphs/content/',
    to: '^subgraphs/commerce/',
    forbids: 'subgraphs/content/main.ts → subgraphs/commerce/context.ts',
  },
  {
    name: 'commerce-not-to-content',
    reason: 'They are two companies: what one needs of the other goes through the contract or the feed.',
    from: '^subgraphs/commerce/',
    to: '^subgraphs/content/',
    forbids: 'subgraphs/commerce/main.ts → subgraphs/content/models.ts',
  },
  {
    name: 'kit-knows-no-subgraph',
    reason: 'The kit is what all subgraphs share, so it knows none of them.',
    from: '^subgraphs/kit/',
    to: '^subgraphs/(?!kit/)',
    forbids: 'subgraphs/kit/server.ts → subgraphs/content/models.ts',
  },
  {
    name: 'world-only-to-stores',
    reason: "The sample world writes through the subgraphs' stores and migrations, and knows nothing else of them.",
    from: '^subgraphs/world/',
    to: '^subgraphs/(content|commerce)/(?!store/|migrations[/.])',
    forbids: 'subgraphs/world/load.ts → subgraphs/content/loaders.ts',
  },
  {
    name: 'subgraphs-not-to-world',
    reason: 'A subgraph does not know where its data comes from.',
    from: '^subgraphs/(?!world/)',
    to: '^subgraphs/world/',
    forbids: 'subgraphs/content/main.ts → subgraphs/world/generate.ts',
  },
  {
    name: 'servers-not-to-system',
    reason: 'A server does not know what it is started with; the check of the sample world starts a system to ask.',
    from: '^(gateway|subgraphs)/',
    notFrom: '^subgraphs/world/',
    to: '^system/',
    forbids: 'gateway/main.ts → system/launch.ts',
  },
  {
    name: 'system-not-to-servers',
    reason:
      'The system starts servers as processes: what they are made of is not its matter, only what may be set of them.',
    from: '^system/',
    notFrom: '^system/check-settings\\.ts$',
    to: '^(gateway|subgraphs)/',
    forbids: 'system/launch.ts → gateway/main.ts',
  },
  {
    name: 'nothing-to-tests',
    reason: 'Tests import everything; nothing but their configuration imports tests.',
    from: '',
    notFrom: '^test/|^vitest\\.config\\.ts$',
    to: '^test/',
    forbids: 'bench/system.ts → test/kit/postgres.ts',
  },
  {
    name: 'oracle-knows-nobody',
    reason: 'The oracle works figures out anew from the rules alone: with code of ours it would repeat its mistakes.',
    from: '^test/oracle/(?!.*\\.test\\.ts$)',
    to: HOUSES,
    notTo: '^test/oracle/',
    forbids: 'test/oracle/expected-figures.ts → subgraphs/commerce/conversions/attribution/attribute.ts',
  },
  {
    name: 'nothing-to-tools',
    reason: 'Checks, benchmarks and code generation stand outside of what they work on.',
    from: '',
    notFrom: '^(test|checks|bench|packaging)/',
    to: '^(checks|bench|packaging)/|^codegen\\.ts$',
    forbids: 'gateway/cli.ts → checks/checks.ts',
  },
];

/** SDL → resolvers → loaders → store → kit. */
const subgraphLayers: ImportRule[] = [
  {
    name: 'resolvers-not-to-migrations',
    reason: 'A resolver asks loaders, and a mutation its store: how the tables came to be is not its matter.',
    from: '^subgraphs/[^/]+/resolvers[/.]',
    to: '^subgraphs/[^/]+/migrations[/.]',
    forbids: 'subgraphs/content/resolvers/note.ts → subgraphs/content/migrations/0001-notes.ts',
  },
  {
    name: 'loaders-not-up',
    reason: 'Loaders read from the store, and know neither resolvers nor migrations.',
    from: '^subgraphs/[^/]+/loaders[/.]',
    to: '^subgraphs/[^/]+/(resolvers|migrations)[/.]',
    forbids: 'subgraphs/content/loaders.ts → subgraphs/content/resolvers/note.ts',
  },
  {
    name: 'store-not-up',
    reason: 'The store answers whoever asks: it knows neither resolvers nor loaders.',
    from: '^subgraphs/[^/]+/store/',
    to: '^subgraphs/[^/]+/(resolvers|loaders|main|server|context)[/.]',
    forbids: 'subgraphs/content/store/notes.ts → subgraphs/content/loaders.ts',
  },
  {
    name: 'migrations-know-the-kit-alone',
    reason: 'A migration that has run can never change, so it stands on nothing that may.',
    from: '^subgraphs/[^/]+/migrations/',
    to: HOUSES,
    notTo: '^subgraphs/(kit|[^/]+/migrations)/',
    forbids: 'subgraphs/content/migrations/0001-notes.ts → subgraphs/content/store/notes.ts',
  },
  {
    name: 'sql-in-store',
    reason:
      'SQL stands in store/ and migrations/ (the kit opens databases); the type of a transaction may travel. The gateway has a store of its own, for what its operators keep.',
    from: '^(gateway|subgraphs|settings|schema|system)/|^[^/]+\\.ts$',
    notFrom: '^subgraphs/(kit|[^/]+/(store|migrations))/|^gateway/store/',
    to: '^node_modules/(kysely|pg|@electric-sql/pglite)(/|$)',
    typesMay: true,
    forbids: 'subgraphs/content/resolvers/note.ts → node_modules/kysely',
  },
];

/** Doors → pipeline → stages → supergraph and subgraphs. */
const gatewayLayers: ImportRule[] = [
  {
    name: 'only-main-to-doors',
    reason: 'A door turns its protocol into a call of the pipeline; nothing behind it knows which doors there are.',
    from: '',
    notFrom: '^gateway/((main|apollo)\\.ts|doors/)|^(test|bench)/',
    to: '^gateway/doors/',
    forbids: 'gateway/pipeline.ts → gateway/doors/graphql/graphql.ts',
  },
  {
    name: 'stages-not-to-pipeline',
    reason: 'The order of work stands in the pipeline; a stage does its own part whatever stands around it.',
    from: `${ANY_STAGE}|^gateway/(supergraph|subgraphs)/`,
    to: '^gateway/pipeline\\.ts$',
    forbids: 'gateway/guard/cost.ts → gateway/pipeline.ts',
  },
  {
    name: 'ground-not-to-stages',
    reason:
      'The supergraph and the way to subgraphs are what stages stand on; what they are told travels as a type. A snapshot holds what the stages make of one supergraph.',
    from: '^gateway/(supergraph|subgraphs)/',
    notFrom:
      '^gateway/supergraph/(snapshot|prepared-operation|compiled-variants|deferring-variants|open-snapshot)\\.ts$',
    to: ANY_STAGE,
    typesMay: true,
    forbids: 'gateway/supergraph/compose.ts → gateway/planning/planner.ts',
  },
  {
    name: 'stages-take-types',
    reason: 'A stage takes what the one before it made, as a type: Client, Operation, Plan, Result.',
    from: `^gateway/(${STAGES.join('|')})/`,
    to: ANY_STAGE,
    notTo: '^gateway/$1/',
    typesMay: true,
    forbids: 'gateway/execution/run.ts → gateway/planning/plan.ts',
  },
  ...STAGES.slice(0, -1).map((stage, index) => ({
    name: `${stage}-not-to-later-stages`,
    reason: 'A request passes the stages in one order; a stage knows nothing of those after it.',
    from: `^gateway/${stage}/`,
    to: `^gateway/(${STAGES.slice(index + 1).join('|')})/`,
    // What a caller is granted is what the guard asks for, and what it is charged what the guard takes: the words are the guard's.
    notTo: '^gateway/guard/(grants|charge)\\.ts$',
    forbids: `gateway/${stage}/a.ts → gateway/execution/b.ts`,
  })),
];

/** Who may not import whom. */
export const importRules: readonly ImportRule[] = [...houses, ...subgraphLayers, ...gatewayLayers];
