/** How long a fact held, as far as was recorded: milliseconds since 1970. */
export interface Life {
  readonly recordedAt: number;
  /** When a correction or a retraction took it back; null while it holds. */
  readonly retiredAt: number | null;
}

/** A fact with its life. */
export type Lived<Fact> = Fact & Life;

/** Whether a fact held at an instant: from its recording on, until it was taken back. */
export function heldAt({ recordedAt, retiredAt }: Life, instant: number): boolean {
  return recordedAt <= instant && (retiredAt === null || retiredAt > instant);
}

/** The instants at which facts began and ended to hold, each once, in order. */
export function instantsOf(lives: Iterable<Life>): number[] {
  const instants = new Set<number>();
  for (const { recordedAt, retiredAt } of lives) {
    instants.add(recordedAt);
    if (retiredAt !== null) instants.add(retiredAt);
  }
  return [...instants].sort((a, b) => a - b);
}
