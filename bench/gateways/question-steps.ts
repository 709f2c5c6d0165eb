import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Subgraph } from './workload.ts';

/** One question to a subgraph. */
export interface Question {
  readonly subgraph: string;
  readonly body: string;
}

/** How long nothing more is asked before what was asked is answered, in milliseconds. */
const QUIET = 100;

/** Stands for all subgraphs, and tells what waited for what: it answers when nothing more is asked for a while. */
export class QuestionSteps {
  readonly #subgraphs: ReadonlyMap<string, Subgraph>;
  readonly #server = createServer((request, response) => {
    void text(request).then((body) => {
      const subgraph = decodeURIComponent((request.url ?? '').slice(1));
      this.#ask({ subgraph, body }, (answer) => response.setHeader('content-type', 'application/json').end(answer));
    });
  });
  #steps: Question[][] = [];
  #waiting: { readonly question: Question; readonly answer: (body: Buffer) => void }[] = [];
  #quiet: NodeJS.Timeout | undefined;

  private constructor(subgraphs: ReadonlyMap<string, Subgraph>) {
    this.#subgraphs = subgraphs;
  }

  /** Listens on a free port of this machine. */
  static async open(subgraphs: ReadonlyMap<string, Subgraph>): Promise<QuestionSteps> {
    const steps = new QuestionSteps(subgraphs);
    await once(steps.#server.listen(0, '127.0.0.1'), 'listening');
    return steps;
  }

  /** A subgraph's address. */
  urlOf(subgraph: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${encodeURIComponent(subgraph)}`;
  }

  /** What was asked since this was called last: step by step, those of a step together. */
  take(): readonly (readonly Question[])[] {
    const steps = this.#steps;
    this.#steps = [];
    return steps;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#quiet);
    this.#server.closeAllConnections();
    await once(this.#server.close(), 'close');
  }

  #ask(question: Question, answer: (body: Buffer) => void): void {
    this.#waiting.push({ question, answer });
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#answerAll(), QUIET);
  }

  async #answerAll(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#steps.push(waiting.map(({ question }) => question));
    for (const { question, answer } of waiting) {
      const ask = this.#subgraphs.get(question.subgraph);
      answer(ask ? await ask(question.body) : Buffer.from('{}'));
    }
  }
}
