import { execFileSync } from 'node:child_process';
import { chmod, copyFile, glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readImports } from '../checks/imports/read-imports.ts';
import { readCommandLine } from '../settings/command-line.ts';

const HELP = `Builds the gateway to JavaScript and packs it as redcat-gateway-<version>.tgz, for use in another project:
a gateway for an Apollo Server of one's own (import { redcatGateway } from 'redcat-gateway'), and the command redcat.

  node packaging/pack.ts [--out <folder>]     the folder to put it in, made where it is missing (default: the current one)

Example: npm run pack:gateway -- --out /tmp`;

/** Packages of which a project may have only one copy: it brings its own. */
const PEERS = ['graphql', '@apollo/server'];

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Packs the gateway. @returns the path of the packed file */
async function pack(out: string): Promise<string> {
  const stage = await mkdtemp(join(tmpdir(), 'redcat-pack-'));
  try {
    execFileSync('tsc', ['--project', 'packaging', '--outDir', stage], { stdio: ['ignore', 'inherit', 'inherit'] });
    await writeFile(join(stage, 'package.json'), `${JSON.stringify(await manifest(stage), undefined, 2)}\n`);
    await copyFile('docs/drop-in.md', join(stage, 'README.md'));
    await chmod(join(stage, 'gateway/cli.js'), 0o755);
    await mkdir(out, { recursive: true });
    const options = ['pack', '--json', '--pack-destination', out];
    const [packed] = JSON.parse(execFileSync('npm', options, { cwd: stage, encoding: 'utf8' })) as {
      filename: string;
    }[];
    if (!packed) throw new Error('npm pack packed nothing');
    return join(out, packed.filename);
  } finally {
    await rm(stage, { recursive: true });
  }
}

/** The manifest of the packed gateway: it depends on what its files import, in the versions of this project. */
async function manifest(stage: string): Promise<object> {
  const { version, dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
  const imported = await importedPackages(stage);
  const versionsOf = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, dependencies[name] ?? unknown(name)]));
  const entry = { types: './gateway/apollo.d.ts', default: './gateway/apollo.js' };
  return {
    name: 'redcat-gateway',
    version,
    description: 'A GraphQL federation gateway, on its own or inside an Apollo Server',
    type: 'module',
    engines: { node: '>=22' },
    exports: { '.': entry, './gateway/apollo.ts': entry },
    bin: { redcat: './gateway/cli.js' },
    dependencies: versionsOf(imported.filter((name) => !PEERS.includes(name))),
    peerDependencies: Object.fromEntries(PEERS.map((name) => [name, `^${dependencies[name]}`])),
  };
}

/** The packages that the sources of the built files import. */
async function importedPackages(stage: string): Promise<string[]> {
  const files = await Array.fromAsync(glob('**/*.js', { cwd: stage }));
  const imports = files.flatMap((file) => readImports(file.replace(/js$/, 'ts')));
  const names = imports.flatMap(({ to }) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(to)?.[1] ?? []);
  return [...new Set(names)].sort();
}

function unknown(name: string): never {
  throw new Error(`The gateway imports ${name}, which package.json does not list`);
}

const { help, out } = readCommandLine({
  options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string', default: '.' } },
}).values;
process.stdout.write(help ? `${HELP}\n` : `${await pack(resolve(out))}\n`);
