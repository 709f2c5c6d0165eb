import { z } from 'zod';
import { AGE_COHORTS } from '../kit/people/age-cohorts.ts';
import { type PersonOfCohort, putAgeCohorts } from './store/age-cohorts.ts';
import type { ContentDb } from './store/tables.ts';

const PERSONS_AT_ONCE = 1_000;

const Line = z.strictObject({ personKey: z.string().regex(/^[0-9a-f]{64}$/), ageCohort: z.enum(AGE_COHORTS) });

/** A line that is no person with a cohort, by its number. */
export class WrongLineError extends Error {}

/**
 * Keeps in which decades people were born, a thousand in a transaction; of a person who comes twice the last line holds.
 * @param lines JSON, one person each; empty ones are passed over
 * @returns how many lines there were
 * @throws {WrongLineError} at the first line that is none; what came before is kept
 */
export async function takeAgeCohorts(db: ContentDb, lines: AsyncIterable<string>): Promise<number> {
  let count = 0;
  let waiting = new Map<string, PersonOfCohort>();
  const keep = async () => {
    const people = [...waiting.values()];
    waiting = new Map();
    await db.transaction().execute((transaction) => putAgeCohorts(transaction, people));
  };
  for await (const line of lines) {
    if (line.trim() === '') continue;
    count += 1;
    const { personKey: person, ageCohort } = readLine(line, count);
    waiting.set(person, { person, ageCohort });
    if (waiting.size >= PERSONS_AT_ONCE) await keep();
  }
  await keep();
  return count;
}

function readLine(line: string, number: number): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch (error) {
    throw new WrongLineError(`Line ${number} is no person with a cohort.`, { cause: error });
  }
}
