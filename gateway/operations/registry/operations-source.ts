import { isPostgres, openDocument } from '../../store/open-document.ts';
import { folderVersion, readOperations } from '../folder.ts';
import type { RegisteredOperation } from '../registered-operation.ts';
import { registeredOf } from './registered-of.ts';
import { REGISTRY } from './stored-registry.ts';

/** Where operations come from. */
export interface OperationsSource {
  /** Where it is, for people. */
  readonly place: string;
  /** How often it is looked whether something was changed, in milliseconds. */
  readonly interval: number;
  /** Differs after each change; cheap to ask. */
  version(): Promise<string>;
  /** @param known what was read before; what did not change may stay the same object */
  read(known: readonly RegisteredOperation[]): Promise<RegisteredOperation[]>;
  close(): Promise<void>;
}

/** A folder belongs to who develops; what is published to a registry should soon be served. */
const FOLDER_INTERVAL = 2000;
const REGISTRY_INTERVAL = 400;

/** Whether a place is a registry, which the command line changes, and not a folder of files. */
export function isRegistry(place: string): boolean {
  return isPostgres(place) || place.endsWith('.json');
}

/** The operations of a place: a folder, or a registry. @param mayBeMissing whether a folder that is missing holds none */
export function operationsSource(place: string, { mayBeMissing }: { mayBeMissing: boolean }): OperationsSource {
  if (!isRegistry(place)) {
    return {
      place,
      interval: FOLDER_INTERVAL,
      version: () => folderVersion(place),
      read: (known) => readFolder(place, mayBeMissing, known),
      close: async () => undefined,
    };
  }
  const store = openDocument(place, REGISTRY);
  return {
    place: store.place,
    interval: REGISTRY_INTERVAL,
    version: () => store.version(),
    read: async (known) => registeredOf(await store.read(), known),
    close: () => store.close(),
  };
}

async function readFolder(
  folder: string,
  mayBeMissing: boolean,
  known: readonly RegisteredOperation[],
): Promise<RegisteredOperation[]> {
  const read = await readOperations(folder, { mayBeMissing });
  const as = ({ id, owner, example, description }: RegisteredOperation) =>
    JSON.stringify([id, owner, example, description]);
  const same = new Map(known.map((operation) => [as(operation), operation]));
  return read.map((operation) => same.get(as(operation)) ?? operation);
}
