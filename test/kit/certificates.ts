import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const openssl = (parameters: readonly string[]) => run('openssl', parameters);

/** A certificate that vouches for itself, and its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * Makes a certificate by openssl.
 * @param names such as `DNS:localhost` and `IP:127.0.0.1`
 * @param days from now until it ends; negative where it has ended
 */
export async function certificateFor(names: readonly string[], days: number): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-certificate-'));
  try {
    const file = (name: string) => join(folder, name);
    await writeFile(file('extensions'), `subjectAltName=${names.join()}\n`);
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=test'];
    await openssl(['req', '-new', ...kind, '-keyout', file('key'), '-out', file('request')]);
    const lasting = ['-days', String(days), '-extfile', file('extensions')];
    await openssl(['x509', '-req', ...lasting, '-signkey', file('key'), '-in', file('request'), '-out', file('cert')]);
    return { cert: await readFile(file('cert'), 'utf8'), key: await readFile(file('key'), 'utf8') };
  } finally {
    await rm(folder, { recursive: true });
  }
}
