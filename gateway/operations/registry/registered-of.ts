import { readDocument } from '../read-document.ts';
import type { RegisteredOperation } from '../registered-operation.ts';
import type { StoredRegistry, StoredVersion } from './stored-registry.ts';

/**
 * The operations of a registry that are served: all versions that were not retired.
 * @param known those there were until now: what did not change stays the same object, with all that was made of it
 * @throws {Error} where a text is no operation; `publish` lets none through
 */
export function registeredOf(
  { operations }: StoredRegistry,
  known: readonly RegisteredOperation[],
): RegisteredOperation[] {
  const byId = new Map(known.map((operation) => [operation.id, operation]));
  return Object.entries(operations).flatMap(([name, versions]) =>
    versions
      .filter(({ retired }) => retired === undefined)
      .map((stored) => registered(name, stored, byId.get(stored.id))),
  );
}

function registered(name: string, stored: StoredVersion, known: RegisteredOperation | undefined): RegisteredOperation {
  const { version, id, aliases, text, description, example, owner, clients } = stored;
  if (known && isAs(known, stored)) return known;
  const { document, kind } = known?.text === text ? known : readDocument(text);
  return { name, version, id, aliases, text, document, registered: true, kind, description, example, owner, clients };
}

function isAs(known: RegisteredOperation, stored: StoredVersion): boolean {
  const said = ({
    version,
    text,
    aliases,
    description,
    example,
    owner,
    clients,
  }: RegisteredOperation | StoredVersion) =>
    JSON.stringify([version, text, aliases, description, example, owner, clients]);
  return said(known) === said(stored);
}
