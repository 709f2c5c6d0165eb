import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** What a gateway has used since its start. */
export interface Usage {
  /** User and system time of all threads, in milliseconds. */
  readonly cpuMs: number;
  /** Most memory that was resident at once, in MiB. */
  readonly peakRssMb: number;
}

/** What the process that started a gateway asks of it; the answer is a Usage to each. */
export type Request = 'usage' | { readonly profile: 'begin' } | { readonly profile: 'end'; readonly file: string };

// Loaded into each gateway before its own code.
const session = new Session();

process.on('message', (message) => {
  void answer(message as Request);
});
// Being asked must not keep a gateway running that wants to end.
process.channel?.unref();
// A gateway must not outlive the benchmark, however that ended.
process.once('disconnect', () => process.exit());

async function answer(request: Request): Promise<void> {
  if (typeof request === 'object') await profile(request);
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpuMs: (user + system) / 1000, peakRssMb: process.resourceUsage().maxRSS / 1024 };
  process.send?.({ usage });
}

async function profile(request: Exclude<Request, 'usage'>): Promise<void> {
  if (request.profile === 'begin') {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
  } else {
    writeFileSync(request.file, JSON.stringify((await session.post('Profiler.stop')).profile));
    session.disconnect();
  }
}
