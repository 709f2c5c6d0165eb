import { spawnSync } from 'node:child_process';
import { isAbsolute, relative } from 'node:path';
import { sourceFiles } from './source-files.ts';

// --listFiles prints, after the errors, the absolute path of each file that was read.
const options = ['--project', '.', '--pretty', 'false', '--listFiles'];
const { status, stdout, error } = spawnSync('tsc', options, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
if (error) throw error;
const lines = stdout.trim().split('\n');
const seen = new Set(lines.filter(isAbsolute).map((path) => relative(process.cwd(), path)));
const faults = [
  ...lines.filter((line) => !isAbsolute(line)),
  ...sourceFiles()
    .filter((file) => !seen.has(file))
    .map((file) => `${file} was not seen: see "include" in tsconfig.json`),
];
if (faults.length > 0) process.stderr.write(`${faults.join('\n')}\n`);
process.exitCode = status === 0 && faults.length === 0 ? 0 : 1;
