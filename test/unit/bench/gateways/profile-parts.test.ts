import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { profileParts } from '../../../../bench/gateways/profile-parts.ts';

const node = (id: number, functionName: string, url = '', children: number[] = []) => ({
  id,
  callFrame: { functionName, url },
  children,
});

test('a CPU profile’s busy time is shared out to the innermost part that a stack is in', async () => {
  const nodes = [
    node(1, '(root)', '', [2, 3, 7]),
    node(2, '(idle)'),
    node(3, 'ask', 'file:///gateway/execution/fetch.ts', [4, 6]),
    node(4, 'send', 'file:///gateway/subgraphs/http-connection.ts', [5]),
    node(5, 'writeLatin1String'),
    node(6, 'shared', 'file:///elsewhere.ts'),
    node(7, '(garbage collector)'),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'redcat-profile-'));
  const file = join(folder, 'a.cpuprofile');
  await writeFile(file, JSON.stringify({ nodes, samples: [2, 3, 6, 4, 5, 7], timeDeltas: [90, 1, 2, 3, 3, 1] }));
  try {
    expect(Object.fromEntries(await profileParts(file))).toEqual({
      executing: 0.3,
      'asking subgraphs': 0.3,
      'writing sockets': 0.3,
      'garbage collection': 0.1,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
