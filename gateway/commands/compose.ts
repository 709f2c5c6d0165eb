import { readFile } from 'node:fs/promises';
import { Mendable } from '../errors/mendable.ts';
import { COMPOSE_COMMAND, OWN_COMMAND } from '../process/own-command.ts';
import { replaceFile } from '../store/replace-file.ts';
import type { Command } from './command.ts';

export const compose: Command = {
  summary: 'compose the subgraphs into a supergraph',
  help: `Composes the subgraphs of a list into a supergraph file.

  --subgraphs <file>    the list: { "name": { "schema": "file.graphql", "url": "http://…" } } (default schema/subgraphs.json)
  --out <file>          the supergraph (default schema/supergraph.graphql)
  --check               write nothing; fail when the file is not what would be written

Example: ${OWN_COMMAND} compose --check`,
  flags: { subgraphs: { type: 'string' }, out: { type: 'string' }, check: { type: 'boolean' } },
  async run({ subgraphs = 'schema/subgraphs.json', out = 'schema/supergraph.graphql', check }) {
    const { composeFromList } = await import('../supergraph/compose.ts');
    const { supergraphSdl, hints } = await composeFromList(String(subgraphs));
    const text = `${supergraphSdl}\n`;
    for (const hint of hints) process.stdout.write(`hint: ${hint}\n`);
    const file = String(out);
    if (!check) {
      await replaceFile(file, text);
      process.stdout.write(`wrote ${file}\n`);
    } else if (text !== (await readFile(file, 'utf8').catch(() => undefined))) {
      throw new Mendable(`${file} is stale: run ${COMPOSE_COMMAND}, and commit what it writes`);
    }
    return 0;
  },
};
