import { spawnSync } from 'node:child_process';
import { sourceFiles } from './source-files.ts';

const options = ['check', '--colors=off', '--error-on-warnings', '--max-diagnostics=30', '.'];
const { status, stdout, stderr, error } = spawnSync('biome', options, { encoding: 'utf8' });
if (error) throw error;
process.stderr.write(stderr + stdout);
const files = sourceFiles().filter((file) => !file.includes('/generated/'));
const seen = Number(/Checked (\d+) files?/.exec(stdout + stderr)?.[1] ?? 0);
if (seen < files.length)
  process.stderr.write(`Biome saw ${seen} of ${files.length} files: see "files" in biome.json\n`);
process.exitCode = status === 0 && seen >= files.length ? 0 : 1;
