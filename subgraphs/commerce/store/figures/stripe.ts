import { randomInt } from 'node:crypto';

/**
 * Into how many stripes a figure's row may be split: as many processes can count for one subject at once without waiting for one
 * another, and as many rows are read for one day of it at most.
 */
const STRIPES = 16;

/** The stripe that this process counts in. */
export const STRIPE = randomInt(STRIPES);
