import { headOf, type RelaySettings } from './relay-settings.ts';
import { askSubgraph } from './subgraph-sockets.ts';

/** Asks the subgraphs for one client's request, step by step, and says when all have answered. */
export type AskInSteps = (forwarded: string, done: () => void) => void;

/** Writes down beforehand all that is the same for each request. */
export function askInSteps(settings: RelaySettings): AskInSteps {
  const { subgraphs, header } = settings;
  const steps = settings.steps.map((step) =>
    step.map(({ path, body }) => ({
      head: `${headOf(settings, path, body)}${header}: `,
      // Bytes of UTF-8 as the characters that Latin-1 writes as these.
      rest: `\r\n\r\n${Buffer.from(body).toString('latin1')}`,
    })),
  );
  return (forwarded, done) => {
    const begin = (index: number): void => {
      const step = steps[index];
      if (!step) {
        done();
        return;
      }
      let open = step.length;
      const answered = () => {
        if (--open === 0) begin(index + 1);
      };
      for (const { head, rest } of step) askSubgraph(subgraphs, head + forwarded + rest, answered);
    };
    begin(0);
  };
}
