/** Fewer people than this stand behind a figure that is withheld, where nobody set another threshold. */
export const MIN_PEOPLE = 50;
