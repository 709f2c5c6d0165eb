import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readCommandLine } from '../settings/command-line.ts';
import { startDurablePostgres } from '../system/postgres/durable.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { type LoadLink, linksOf } from './load/catalogue.ts';
import { createDatabase } from './load/create-database.ts';
import { machine } from './load/machine.ts';
import { treeCpuSeconds } from './load/process-cpu.ts';
import { randomFrom } from './load/random.ts';
import { temporaryFolder } from './load/temporary-folder.ts';
import { type ReadCost, readCost } from './note-figures/cost.ts';
import { journeysOfNote, multiply } from './note-figures/fill.ts';
import { loadWorld, startCommerce } from './recording/commerce.ts';
import { openDoor } from './recording/door.ts';

const HELP = `Measures what reading one note's figures costs, of a note with 1,000 events and of one with 10 million, on PostgreSQL.

  npm run bench:note-figures                              scale M, 10 million

  --events N     of the note with many, 10,000,000 by default
  --scale S|M    the sample world beside them, M by default
  --rounds N     of 200 requests for each note in turn, 20 by default

Each note has events on 28 days. 1,000 of each are recorded as any sender's are, by one process. The others of the note with many are not
recorded one by one: its raw events are copied under other names, and its figures multiplied, by SQL. Where several processes count for a
note, a day has up to 16 rows, one for each of so many stripes, however many events there are.
Prints, and writes bench/results/note-figures.json.

Example: npm run bench:note-figures -- --events 100000 --scale S --rounds 5`;

const DAYS = 28;
const FEW = 1_000;
const REQUESTS = 200;
const BATCH = 500;
const DAY_MS = 86_400_000;

interface NoteRow extends ReadCost {
  readonly events: number;
  readonly cpuMsPerRequest: number;
}

const QUERY = `query ($of: [_Any!]!, $range: DateRange!) { _entities(representations: $of) { ... on Note {
  conversion { linkClicks orders netSales { amount } }
  range: conversion(range: $range, model: LINEAR) { orders creditedOrders byDay { day orders } } } } }`;

async function measure(events: number, scale: 'S' | 'M', rounds: number): Promise<NoteRow[]> {
  await using folder = await temporaryFolder();
  await using postgres = await startDurablePostgres(process.env.PATH);
  await createDatabase(postgres.url(), 'commerce');
  const url = postgres.url('commerce');
  const env = { COMMERCE_DATABASE_URL: url, CONTENT_DATA_FOLDER: join(folder.path, 'content') };
  await loadWorld(scale, env);
  await using commerce = await startCommerce(env);
  const [few, many] = twoNotes(linksOf(scale));
  process.stdout.write(`recording ${FEW} events of each note, then making ${events} of one …\n`);
  await record(commerce.url, few);
  await record(commerce.url, many);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await multiply(client, many.noteId, many.shopId, Math.round(events / FEW));
  // The update above has left each of its rows twice, which recording does not.
  await client.query('vacuum full click_days, outcome_days');
  await client.query('vacuum analyze');
  await client.end();
  const cpu = async () => {
    const { commerce: used = 0 } = await cpuSeconds({ commerce: commerce.url });
    return used + (treeCpuSeconds(postgres.pid()) ?? 0);
  };
  const used = { few: 0, many: 0 };
  for (let round = -1; round < rounds; round++) {
    for (const [name, note] of [
      ['few', few],
      ['many', many],
    ] as const) {
      const before = await cpu();
      for (let request = 0; request < REQUESTS; request++) await ask(commerce.url, note.noteId);
      // The first round warms up.
      if (round >= 0) used[name] += (await cpu()) - before;
    }
  }
  const perRequest = (seconds: number) => Math.round((seconds * 1e6) / (rounds * REQUESTS)) / 1e3;
  return [
    { events: FEW, ...(await readCost(url, few.noteId, range())), cpuMsPerRequest: perRequest(used.few) },
    { events, ...(await readCost(url, many.noteId, range())), cpuMsPerRequest: perRequest(used.many) },
  ];
}

/** Links of two notes, each the only one of its note that leads into its shop, far down in the list: hardly anything else happened. */
function twoNotes(links: readonly LoadLink[]): [LoadLink, LoadLink] {
  const last = links.at(-1) as LoadLink;
  const other = links.findLast(({ noteId, shopId }) => noteId !== last.noteId && shopId !== last.shopId) as LoadLink;
  return [last, other];
}

async function record(url: string, link: LoadLink): Promise<void> {
  const door = openDoor('events', url, 1);
  const events = journeysOfNote(randomFrom(link.price), link, DAYS, FEW);
  for (let from = 0; from < events.length; from += BATCH) {
    const { accepted } = await door.send(door.bodyOf(events.slice(from, from + BATCH)));
    if (accepted === 0) throw new Error('No event was accepted.');
  }
}

async function ask(url: string, id: string): Promise<void> {
  const variables = { of: [{ __typename: 'Note', id }], range: range() };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables }),
  });
  const { errors } = (await response.json()) as { errors?: readonly { message: string }[] };
  if (errors) throw new Error(errors[0]?.message);
}

function range() {
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  return { from: day(DAYS + 1), to: day(0) };
}

async function run(events: number, scale: 'S' | 'M', rounds: number): Promise<void> {
  const rows = await measure(events, scale, rounds);
  // biome-ignore lint/suspicious/noConsole: the table is what the command is for
  console.table(rows);
  const [few, many] = rows as [NoteRow, NoteRow];
  const cpuRatio = Math.round((many.cpuMsPerRequest / few.cpuMsPerRequest) * 100) / 100;
  process.stdout.write(`CPU of the note with many, of that with few: ${cpuRatio}×\n`);
  const report = { scale, rounds, measuredOn: new Date().toISOString(), machine: machine(), cpuRatio, rows };
  await writeFile('bench/results/note-figures.json', `${JSON.stringify(report, null, 2)}\n`);
}

const { values } = readCommandLine({
  options: {
    events: { type: 'string', default: '10000000' },
    scale: { type: 'string', default: 'M' },
    rounds: { type: 'string', default: '20' },
    help: { type: 'boolean' },
  },
});
if (values.help) process.stdout.write(`${HELP}\n`);
else await run(Number(values.events), values.scale === 'S' ? 'S' : 'M', Number(values.rounds));
