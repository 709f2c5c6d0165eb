import { readFile, writeFile } from 'node:fs/promises';
import type { Subgraph } from './workload.ts';

/** One answer that was recorded: what a subgraph was asked, and what it said, both as JSON text. */
export interface Recorded {
  readonly subgraph: string;
  readonly body: string;
  readonly answer: string;
}

/** Subgraphs that answer what was recorded, and nothing else. */
export async function readReplay(file: string): Promise<ReadonlyMap<string, Subgraph>> {
  const answers = new Map<string, Map<string, Buffer>>();
  for (const { subgraph, body, answer } of JSON.parse(await readFile(file, 'utf8')) as Recorded[]) {
    const known = answers.get(subgraph) ?? new Map<string, Buffer>();
    answers.set(subgraph, known.set(body, Buffer.from(answer)));
  }
  return new Map([...answers].map(([name, known]) => [name, replaying(name, known, file)]));
}

/** The same subgraphs, whose answers are kept in a list. */
export function recording(
  subgraphs: ReadonlyMap<string, Subgraph>,
  recorded: Recorded[],
): ReadonlyMap<string, Subgraph> {
  const recordingOf = (subgraph: string, ask: Subgraph): Subgraph => {
    return async (body) => {
      const answer = await ask(body);
      recorded.push({ subgraph, body, answer: answer.toString() });
      return answer;
    };
  };
  return new Map([...subgraphs].map(([name, ask]) => [name, recordingOf(name, ask)]));
}

/** Keeps what subgraphs answered. */
export async function writeReplay(file: string, recorded: readonly Recorded[]): Promise<void> {
  await writeFile(file, `${JSON.stringify(recorded, null, 1)}\n`);
}

function replaying(name: string, known: ReadonlyMap<string, Buffer>, file: string): Subgraph {
  return async (body) => {
    const answer = known.get(body);
    if (!answer) throw new Error(`${file} has no answer of ${name} to ${body.slice(0, 200)}`);
    return answer;
  };
}
