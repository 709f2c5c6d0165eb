import { open, rename } from 'node:fs/promises';

/**
 * Writes a file aside and puts it in the other's place, so that whoever reads or watches that sees the old text or the new one, whole.
 * @param mode its permissions; those of any new file by default
 */
export async function replaceFile(file: string, text: string, mode = 0o666): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  const handle = await open(temporary, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}
