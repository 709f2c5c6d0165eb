import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSource } from '../../kit/database.ts';
import type { LoadedWorld } from '../store/load-marker.ts';

const NAME = 'world.json';

/**
 * The world that an embedded database's folder says it holds, without opening it, which takes a second. The file stands only beside a
 * world that is whole, and goes with the folder.
 */
export function readFinishedFile(source: DatabaseSource): LoadedWorld | undefined {
  if (!('folder' in source)) return undefined;
  try {
    return JSON.parse(readFileSync(join(source.folder, NAME), 'utf8')) as LoadedWorld;
  } catch {
    return undefined;
  }
}

/** Writes the file, after the world's marker. */
export function writeFinishedFile(source: DatabaseSource, world: LoadedWorld): void {
  if ('folder' in source) writeFileSync(join(source.folder, NAME), JSON.stringify(world));
}

/** Takes the file away, before anything of the world is changed. */
export function removeFinishedFile(source: DatabaseSource): void {
  if ('folder' in source) rmSync(join(source.folder, NAME), { force: true });
}
