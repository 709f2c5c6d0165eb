import { type FSWatcher, watch } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** How long after a change it is told, in milliseconds: whoever writes a file does so in steps. */
const SETTLING = 50;

/**
 * Tells when files may have changed. It watches their folders, since editors and deployments put a new file, or a link to another
 * folder, in the place of the old one. A watch can be lost: whoever must not miss a change looks from time to time, too.
 */
export class FileWatch {
  readonly #changed: () => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Watches these files, and no others any more. */
  watch(files: readonly string[]): void {
    const folders = new Set(files.map((file) => dirname(resolve(file))));
    for (const [folder, watcher] of this.#watchers) if (!folders.has(folder)) this.#forget(folder, watcher);
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#watchFolder(folder);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.watch([]);
  }

  #watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, () => this.#tellSoon());
      watcher.on('error', () => this.#forget(folder, watcher));
      this.#watchers.set(folder, watcher);
    } catch {
      // No such folder yet, or the system watches no more of them: it is looked at from time to time.
    }
  }

  #forget(folder: string, watcher: FSWatcher): void {
    this.#watchers.delete(folder);
    watcher.close();
  }

  #tellSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#changed, SETTLING).unref();
  }
}
