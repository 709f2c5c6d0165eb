import { basename } from 'node:path';
import { readCommandLine } from '../settings/command-line.ts';
import { profileParts } from './gateways/profile-parts.ts';

const HELP = `Shows which parts of RedCat the CPU time of profiles goes to, as a Markdown table.

  npm run bench:profile -- <file…>    profiles that npm run bench:gateways -- --profiles <folder> wrote

Example: npm run bench:gateways -- --only redcat --modes unshared --profiles profiles && npm run bench:profile -- profiles/*RedCat*.cpuprofile`;

const { values, positionals } = readCommandLine({
  options: { help: { type: 'boolean' } },
  allowPositionals: true,
});
if (values.help || positionals.length === 0) {
  process.stdout.write(`${HELP}\n`);
} else {
  const columns = await Promise.all(positionals.map(profileParts));
  const parts = new Set(columns.flatMap((column) => [...column.keys()]));
  const sum = (part: string) => columns.reduce((all, column) => all + (column.get(part) ?? 0), 0);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  process.stdout.write(row(['part', ...positionals.map((file) => basename(file, '.cpuprofile'))]));
  process.stdout.write(row(['---', ...columns.map(() => '---:')]));
  for (const part of [...parts].sort((one, other) => sum(other) - sum(one)))
    process.stdout.write(row([part, ...columns.map((column) => `${Math.round((column.get(part) ?? 0) * 100)} %`)]));
}
