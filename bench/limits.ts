import { readFile } from 'node:fs/promises';
import { buildASTSchema, getOperationAST, Lexer, type OperationDefinitionNode, parse, Source } from 'graphql';
import { callerOf } from '../gateway/clients/caller.ts';
import { ANONYMOUS, type Client } from '../gateway/clients/client.ts';
import { writeQuota } from '../gateway/doors/quota-headers.ts';
import { FieldWeights } from '../gateway/guard/cost/field-weights.ts';
import { OperationCosts } from '../gateway/guard/cost/operation-costs.ts';
import { Gate } from '../gateway/guard/gate.ts';
import { documentLimits } from '../gateway/guard/limits/document-limits.ts';
import { measureDocument } from '../gateway/guard/limits/document-size.ts';
import { Overload } from '../gateway/guard/overload/overload.ts';
import { Accounts } from '../gateway/guard/quota/accounts.ts';
import { LocalBucket } from '../gateway/guard/quota/bucket.ts';
import { Toll } from '../gateway/guard/toll.ts';
import { costRules } from '../gateway/supergraph/cost-rules.ts';
import { readCommandLine } from '../settings/command-line.ts';

const HELP = `Measures what limits, costs and quotas add to a request: microseconds of CPU, the median of 9 rounds of 100,000.

  npm run bench:limits

Example: npm run bench:limits`;

const ROUNDS = 9;
const TIMES = 100_000;
const OPERATIONS = 'schema/operations/frontend';

/** Median time of a call, in microseconds. */
function measured(call: (index: number) => unknown, times = TIMES): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const { user, system } = process.cpuUsage();
    for (let index = 0; index < times; index++) call(index);
    const used = process.cpuUsage({ user, system });
    return (used.user + used.system) / times;
  });
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** A text as it comes from a socket: new each time, and looked at by nobody yet. */
function fresh(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

const limits = {
  documentTokens: 10_000,
  documentDepth: 30,
  documentAliases: 200,
  documentRootFields: 50,
  documentDirectives: 200,
  documentSelections: 10_000,
};

async function costs(): Promise<OperationCosts> {
  const supergraph = parse(await readFile('schema/supergraph.graphql', 'utf8'), { noLocation: true });
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const rules = costRules(supergraph);
  const definitionOf = ({ document }: { document: ReturnType<typeof parse> }) =>
    getOperationAST(document) as OperationDefinitionNode;
  return new OperationCosts({ schema, rules, weights: new FieldWeights(schema, rules), definitionOf });
}

async function run(): Promise<void> {
  const [text = '', demand = ''] = await Promise.all(
    ['NotePage', 'UnmetLinkDemand'].map((name) => readFile(`${OPERATIONS}/${name}.graphql`, 'utf8')),
  );
  const [page, variable] = [text, demand].map((each) => ({ id: each, document: parse(each) }));
  const operations = await costs();
  const judge = documentLimits(limits);
  const reading = { tokens: 10_000, values: 30, brackets: 500 };
  const quota = { costPerMinute: 1e12, requestsPerSecond: 1e9, burst: undefined };
  const client: Client = { ...ANONYMOUS, kind: 'partner', name: 'partner-a', quota };
  const rules = { partnerQuota: undefined, viewerQuota: undefined, anonymousQuota: undefined, addressQuota: undefined };
  const accounts = new Accounts({ ...rules, quotaAccounts: 1000 }, (_key, size) => new LocalBucket(size));
  const overload = new Overload({ shedDelay: 500, shedInFlight: 1000 }, () => 1);
  const gate = new Gate(accounts, overload, { onShed: () => undefined, onQuotaExceeded: () => undefined });
  const headers = {};
  const reply = { header: () => reply } as unknown as Parameters<typeof writeQuota>[0];
  const request = (known: Client) => {
    const caller = gate.charge(callerOf('r', headers, known));
    gate.enter(caller);
    const toll = new Toll(caller.charge);
    toll.pay(operations.estimate(page as NonNullable<typeof page>, { id: 'note_1' }));
    toll.settle({ data: '{}', cost: 50 });
    return caller;
  };
  const rows: [string, number][] = [
    ['a document that is known', measured(() => judge(fresh(text)))],
    ['the same, without being looked at', measured(() => fresh(text))],
    ['a document that is new', measured(() => measureDocument(new Lexer(new Source(text)), reading), 1000)],
    ['estimating NotePage', measured(() => operations.estimate(page as NonNullable<typeof page>, { id: 'note_1' }))],
    [
      'estimating an operation whose lists are variables',
      measured(() => operations.estimate(variable as NonNullable<typeof variable>, { first: 10, from: 'a', to: 'b' })),
    ],
    ['gate, estimate and settlement without a quota', measured(() => request(ANONYMOUS))],
    ['the same of a client with a quota', measured(() => request(client))],
    [
      'and with the headers that tell of it',
      measured(() => writeQuota(reply, request(client).charge ?? { accounts: [], retryAfter: undefined })),
    ],
  ];
  for (const [what, time] of rows) process.stdout.write(`${time.toFixed(3).padStart(8)} µs  ${what}\n`);
}

const { values } = readCommandLine({ options: { help: { type: 'boolean' } } });
if (values.help) process.stdout.write(`${HELP}\n`);
else await run();
