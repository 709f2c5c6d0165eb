import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/**
 * CPU that a process and all its descendants have used, those that ended too, in seconds.
 * @returns undefined where the system has no /proc
 */
export function treeCpuSeconds(root: number): number | undefined {
  const stats = readStats();
  if (!stats) return undefined;
  const ofTree = (pid: number): number => {
    const own = stats.get(pid);
    if (!own) return 0;
    const children = [...stats].filter(([, { parent }]) => parent === pid);
    return own.ticks + children.reduce((sum, [child]) => sum + ofTree(child), 0);
  };
  return ofTree(root) / TICKS_PER_SECOND;
}

function readStats(): Map<number, { parent: number; ticks: number }> | undefined {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  return new Map(names.flatMap((name) => readStat(Number(name)) ?? []));
}

function readStat(pid: number): [[number, { parent: number; ticks: number }]] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold anything; then come state, parent and, from the 12th on, the times.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0);
    return [[pid, { parent: Number(fields[1]), ticks }]];
  } catch {
    return undefined;
  }
}
