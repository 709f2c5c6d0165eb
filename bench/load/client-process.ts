import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** Starts a client as a process of its own. */
export function startClient(script: string): ChildProcess {
  return fork(script);
}

/**
 * Sends a client an order and gives its answer.
 * @throws when it ends before
 */
export async function askClient<Answer>(client: ChildProcess, order: object): Promise<Answer> {
  const ending = new AbortController();
  const { signal } = ending;
  const ended = once(client, 'exit', { signal }).then(() => {
    throw new Error('The client ended early; the reason stands above.');
  });
  ended.catch(() => {});
  try {
    const answered = once(client, 'message', { signal });
    answered.catch(() => {});
    client.send(order);
    const [answer] = await Promise.race([answered, ended]);
    return answer as Answer;
  } finally {
    ending.abort();
  }
}
