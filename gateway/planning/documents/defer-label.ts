/** The label of a fragment in the document that is planned: a number, and after a blank what the client wrote: so that one text says both to the planner and to the answer. */
export function labelOf(number: number, clientLabel: string | undefined): string {
  return clientLabel === undefined ? `${number}` : `${number} ${clientLabel}`;
}

/** What the client wrote in such a label's place. */
export function clientLabelOf(label: string): string | undefined {
  const blank = label.indexOf(' ');
  return blank < 0 ? undefined : label.slice(blank + 1);
}
