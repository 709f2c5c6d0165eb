/** What the system has answered about each event that was sent, by the event's name. */
export class Ledger {
  readonly #accepted = new Map<string, number>();
  readonly #acknowledged = new Set<string>();
  readonly #complaints: string[] = [];
  readonly #taps = new Set<string>();
  unanswered = 0;
  /** Taps on links of which nobody knows whether they were counted: a person does not tap again by a name. */
  unansweredTaps = 0;

  /** Notes an answer about one event that nothing is wrong with. */
  note(name: string, outcome: string, detail: string): void {
    if (outcome === 'ACCEPTED') this.#accepted.set(name, (this.#accepted.get(name) ?? 0) + 1);
    if (outcome === 'ACCEPTED' || outcome === 'DUPLICATE') this.#acknowledged.add(name);
    else this.complain(`${name} was answered ${outcome}: ${detail}`);
  }

  /** Notes a tap that was told to have been counted, by its click's id. */
  noteTap(clickId: string): void {
    this.#taps.add(clickId);
  }

  complain(what: string): void {
    this.#complaints.push(what);
  }

  /** Events that the system said it has. */
  get acknowledged(): ReadonlySet<string> {
    return this.#acknowledged;
  }

  get taps(): ReadonlySet<string> {
    return this.#taps;
  }

  /** What was answered that should not have been. */
  complaints(): string[] {
    const twice = [...this.#accepted].filter(([, times]) => times > 1);
    return [...this.#complaints, ...twice.map(([name, times]) => `${name} was answered ACCEPTED ${times} times`)];
  }
}

/** An event's name, as raw events and answers have it. */
export function nameOf(stage: string, eventId: string): string {
  return `${stage} ${eventId}`;
}
