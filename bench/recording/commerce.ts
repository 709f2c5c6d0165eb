import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { freePorts } from '../../system/free-ports.ts';

/** Content is not there: what is measured is commerce alone. */
const NOBODY = 'http://127.0.0.1:1/feed/product-links';

/** Loads the sample world into the databases that the settings name. */
export async function loadWorld(scale: string, env: NodeJS.ProcessEnv): Promise<void> {
  const loading = fork('subgraphs/world/main.ts', ['load', '--scale', scale], { env: { ...process.env, ...env } });
  const [code] = await once(loading, 'exit');
  if (code !== 0) throw new Error('The sample world could not be loaded; the reason stands above.');
}

/** One commerce process. Disposing ends it. */
export interface Commerce extends AsyncDisposable {
  readonly url: string;
  readonly process: ChildProcess;
}

/** Starts commerce over the database that the settings name; done when it listens. */
export async function startCommerce(env: NodeJS.ProcessEnv): Promise<Commerce> {
  const { commerce: port } = await freePorts();
  const settings = { COMMERCE_PORT: String(port), COMMERCE_LINK_FEED_URL: NOBODY, COMMERCE_LOG_LEVEL: 'error' };
  const child = fork('subgraphs/commerce/main.ts', { env: { ...process.env, ...settings, ...env } });
  const ended = once(child, 'exit');
  await Promise.race([
    once(child, 'message'),
    ended.then(() => {
      throw new Error('Commerce did not start; the reason stands above.');
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
