import type { Migration } from 'kysely/migration';
import { createDecidedCells } from '../../kit/people/decided-cells.ts';

/** What was told of people in periods that have closed, as it was first decided. */
export const decidedCellsMigration: Migration = { up: createDecidedCells };
