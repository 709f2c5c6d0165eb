import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../system/free-port.ts';
import type { RelaySettings } from '../relays/relay-settings.ts';
import { type Contender, shotFor, type Task } from './contender.ts';
import { ContenderProcess } from './contender-process.ts';
import { shoot } from './load.ts';
import { QuestionSteps } from './question-steps.ts';
import { withUrls } from './supergraph-urls.ts';
import { VIEWER_HEADER } from './workload.ts';

/**
 * What starts a relay: for each request it sends the subgraphs what a gateway sent them for one, and answers what that answered. What it
 * costs no gateway can save that sends these.
 * @param like the gateway
 */
export function relay(script: string, like: Contender): Contender['launch'] {
  return async (task) => {
    const file = join(task.folder, 'settings.json');
    await writeFile(file, JSON.stringify(await settingsLike(like, task)));
    return { script, args: [file], env: {} };
  };
}

async function settingsLike(gateway: Contender, task: Task): Promise<RelaySettings> {
  const { workload, port, header, subgraphs, folder } = task;
  await using asked = await QuestionSteps.open(workload.subgraphs);
  const supergraphSdl = withUrls(task.supergraphSdl, (name) => asked.urlOf(name));
  const own = { ...task, supergraphSdl, port: await freePort(), folder: await mkdtemp(join(folder, 'asked-')) };
  const shot = shotFor(gateway, own, () => ({ [VIEWER_HEADER]: 'relay' }));
  const process = await ContenderProcess.start(await gateway.launch(own), shot, false);
  try {
    // The first time, when it started, more may have been asked.
    asked.take();
    const answer = (await shoot(shot)).toString();
    const at = new Map(subgraphs.map(({ name, url }) => [name, new URL(url)]));
    const [first] = at.values();
    const steps = asked
      .take()
      .map((step) => step.map(({ subgraph, body }) => ({ path: at.get(subgraph)?.pathname ?? '/', body })));
    return { port, header, answer, steps, subgraphs: { host: first?.hostname ?? '', port: Number(first?.port) } };
  } finally {
    await process.stop();
  }
}
