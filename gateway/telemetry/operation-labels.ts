/** The label of operations without a name, and of all whose name found no place. */
const OTHER = 'other';

/** Longest name that is kept, in characters: whoever sends a request chooses it. */
export const NAME_LENGTH = 100;

/**
 * Operation names as labels of metrics. Clients choose names, and each label costs memory for good: so known names always have
 * their own, others while there is room and they are not too long, and the rest share one.
 * @param isKnown whether a name is one of those that operators choose
 * @param room how many more names get a label
 */
export function operationLabels(
  isKnown: (name: string) => boolean,
  room: number,
): (name: string | undefined) => string {
  const labels = new Set<string>();
  return (name) => {
    if (name === undefined) return OTHER;
    if (!labels.has(name) && !isKnown(name)) {
      if (labels.size >= room || name.length > NAME_LENGTH) return OTHER;
      labels.add(name);
    }
    return name;
  };
}
