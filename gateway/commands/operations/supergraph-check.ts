import { readFile } from 'node:fs/promises';
import { GraphQLError, validate } from 'graphql';
import { Mendable } from '../../errors/mendable.ts';
import { type BrokenOperation, describeBroken } from '../../operations/broken-operations.ts';
import { documentRules } from '../../operations/document-rules.ts';
import type { Publication } from '../../operations/registry/publish.ts';
import { PLANNER_LIMITS } from '../../planning/planning-options.ts';
import { localPlanning } from '../../planning/threads/local-planning.ts';
import { Snapshot } from '../../supergraph/snapshot.ts';

/** What is looked at of an operation. */
type Checked = Pick<Publication, 'name' | 'id' | 'text' | 'document' | 'owner'>;

/** Refuses operations that a supergraph can't answer. @param place a file or a URL @throws {Mendable} naming each with its owner */
export async function checkOnSupergraph(operations: readonly Checked[], place: string): Promise<void> {
  const broken = await brokenOn(await supergraphAt(place), operations);
  if (broken.length > 0) throw new Mendable(`${place} can’t answer ${describeBroken(broken)}; nothing is published`);
}

/** The operations that a supergraph can't answer: those that are not valid, or can't be planned. */
export async function brokenOn<Kind extends Checked>(
  sdl: string,
  operations: readonly Kind[],
): Promise<BrokenOperation<Kind>[]> {
  const snapshot = new Snapshot(sdl, localPlanning(sdl, PLANNER_LIMITS));
  const broken: BrokenOperation<Kind>[] = [];
  for (const operation of operations) {
    const reason = await wrong(snapshot, operation);
    if (reason !== undefined) broken.push({ operation, reason });
  }
  await snapshot.close();
  return broken;
}

async function wrong(snapshot: Snapshot, { id, document }: Checked): Promise<string | undefined> {
  const [invalid] = validate(snapshot.schema, document, documentRules, { maxErrors: 1 });
  if (invalid) return invalid.message;
  try {
    await snapshot.prepareWhole({ id, document });
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}

/** @throws {Mendable} */
async function supergraphAt(place: string): Promise<string> {
  try {
    if (!/^https?:\/\//.test(place)) return await readFile(place, 'utf8');
    const response = await fetch(place);
    if (response.ok) return await response.text();
    throw new Error(`HTTP ${response.status}`);
  } catch (error) {
    const why = (error as Error).message;
    throw new Mendable(`The supergraph ${place} can’t be read (${why}); --supergraph names another`);
  }
}
