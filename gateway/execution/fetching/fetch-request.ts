import type { FetchStep } from '../../planning/plan-steps.ts';
import type { SubgraphAnswer } from '../../subgraphs/subgraph-client.ts';
import { type Utf8Text, utf8Text } from '../../utf8-text.ts';
import type { Run } from '../run.ts';
import type { Wanted } from './gathering.ts';

/** How a fetch reaches its subgraph: in requests of its own, or together with others. */
export interface Asking {
  /** Gives the answer as if the fetch had been sent alone. @throws {SubgraphFailure} (the promise) when none came */
  ask(run: Run, wanted: Wanted): Promise<SubgraphAnswer>;
  /** In this run the fetch has nothing to ask for: others need not wait for it. */
  pass(run: Run): void;
}

/** A variable of a fetch, and the client's name of it. */
interface SentVariable {
  readonly name: string;
  readonly client: string;
}

/** The request of one fetch, sent alone. Its body's constant parts are written once, here. */
export class FetchRequest implements Asking {
  readonly fetch: FetchStep;
  /** Whether it asks a field whose answer only requests of the same person may share. */
  readonly personal: boolean;
  readonly variables: readonly SentVariable[];
  readonly #start: string;
  readonly #writeVariables: (run: Run) => string;

  /** @param clientVariable the client's name of a variable that the plan knows by another */
  constructor(fetch: FetchStep, clientVariable: (name: string) => string, personal: boolean) {
    this.fetch = fetch;
    this.personal = personal;
    this.variables = fetch.variables.map((name) => ({ name, client: clientVariable(name) }));
    this.#start = bodyStart(fetch.operation, fetch.operationName);
    this.#writeVariables = variablesWriter(this.variables);
  }

  ask(run: Run, wanted: Wanted): Promise<SubgraphAnswer> {
    return this.askFor(run, wanted, [this.fetch.id]);
  }

  /** The same, where what is wanted is wanted by these fetches, whose operations are all equal to this one. */
  askFor(run: Run, { texts, context }: Wanted, fetches: readonly number[]): Promise<SubgraphAnswer> {
    const { subgraph, operationKind, operationName, requires } = this.fetch;
    const variables = this.#writeVariables(run) + context;
    const content = requires ? `"representations":[${texts}]${variables}` : variables.slice(1);
    return run.ask({
      subgraph,
      body: `${this.#start}${content}}}` as Utf8Text,
      kind: operationKind,
      operationName,
      personal: this.personal,
      fetches,
    });
  }

  pass(): void {}
}

/** The text of a request's body up to its variables, which end with two braces. */
export function bodyStart(operation: string, operationName: string | undefined): Utf8Text {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return utf8Text(`{"query":${JSON.stringify(operation)}${name},"variables":{`);
}

/** Writes the client's variables, those that it sent, each with a leading comma. */
export function variablesWriter(variables: readonly SentVariable[]): (run: Run) => string {
  const labelled = variables.map(({ name, client }) => ({ label: `,${JSON.stringify(name)}:`, client }));
  return (run) => {
    let text = '';
    for (const { label, client } of labelled) {
      const value = run.variableText(client);
      if (value !== undefined) text += label + value;
    }
    return text;
  };
}
