import { describe, expect, test, vi } from 'vitest';
import { ClientRequest, Telling } from '../../../../../gateway/subgraphs/client-request.ts';
import type { ClientHeaders } from '../../../../../gateway/subgraphs/headers/propagated-headers.ts';
import { type Common, InFlight } from '../../../../../gateway/subgraphs/sharing/in-flight.ts';
import type { SubgraphQuestion } from '../../../../../gateway/subgraphs/subgraph-client.ts';
import { Deadlines } from '../../../../../gateway/subgraphs/transport/deadlines.ts';
import type { SubgraphTransport } from '../../../../../gateway/subgraphs/transport/subgraph-transport.ts';
import { utf8Text } from '../../../../../gateway/utf8-text.ts';

const QUERY: SubgraphQuestion = {
  subgraph: 's',
  body: utf8Text('{"query":"{a}"}'),
  kind: 'query',
  personal: false,
  fetches: [0],
};
const WRITE: SubgraphQuestion = { ...QUERY, body: utf8Text('{"query":"mutation{b}"}'), kind: 'mutation' };
const PERSONAL: SubgraphQuestion = { ...QUERY, personal: true };
const HEADERS = { 'x-viewer': 'ann', 'x-request-id': '1' };

/** A subgraph that answers when the test says so. */
class Held {
  readonly sent: {
    body: string;
    headers: string;
    repeatable: boolean;
    aborted: string | undefined;
    answer: (value: unknown) => void;
    fail: (error: Error) => void;
  }[] = [];
  readonly flights: InFlight;
  shared = 0;

  constructor(
    limits: { timeout?: number; share?: boolean } = {},
    common: Common = { deadlines: new Deadlines(), writes: { answered: 0 } },
  ) {
    const transport: SubgraphTransport = (body, headers, sink, repeatable) => {
      const entry: (typeof this.sent)[number] = {
        body,
        headers,
        repeatable,
        aborted: undefined,
        answer: (data: unknown) => {
          const whole = Buffer.from(JSON.stringify({ data }));
          if (entry.aborted === undefined) sink.answered({ status: 200, body: whole });
        },
        fail: (error) => {
          if (entry.aborted === undefined) sink.failed(error);
        },
      };
      this.sent.push(entry);
      const abort = (why: string) => {
        entry.aborted = why;
      };
      return { abort };
    };
    const propagation = ({ 'x-request-id': _, ...headers }: ClientHeaders) => headers as Record<string, string>;
    const onShared = () => void this.shared++;
    const policy = { name: 's', timeout: 60_000, share: true, ...limits, transport, propagation, onShared };
    this.flights = new InFlight(policy, common);
  }

  ask(
    question = QUERY,
    headers: Record<string, string> = HEADERS,
    more: { person?: string; signal?: AbortSignal; within?: number } = {},
  ) {
    const { within = 60_000, ...rest } = more;
    const asker = { headers, requestId: headers['x-request-id'] ?? '', ...rest };
    const asked = this.flights.ask(question, new ClientRequest(asker, performance.now() + within, new Telling(asker)));
    // Those that a test leaves open fail when it is over.
    asked.catch(() => {});
    return asked;
  }
}

describe('equal queries under way', () => {
  test('are sent once, whatever headers that are named as changing nothing say', async () => {
    const held = new Held();
    const answers = [held.ask(), held.ask(QUERY, { 'x-request-id': '2', 'x-viewer': 'ann' })];
    expect(held.sent).toHaveLength(1);
    held.sent[0]?.answer({ a: 1 });
    const [one, other] = await Promise.all(answers);
    expect(one).toBe(other);
    expect(held.shared).toBe(1);
    expect(held.flights.shared).toBe(0);
  });

  test('are sent apart for two viewers, with another header, another body, or when sharing is off', () => {
    const held = new Held();
    void held.ask();
    void held.ask(QUERY, { 'x-viewer': 'bob' });
    void held.ask(QUERY, { 'x-viewer': 'ann', 'accept-language': 'zh' });
    void held.ask({ ...QUERY, body: utf8Text('{"query":"{c}"}') });
    expect(held.sent).toHaveLength(4);
    const alone = new Held({ share: false });
    void alone.ask();
    void alone.ask();
    expect(alone.sent).toHaveLength(2);
  });

  test('are told apart where they are long and differ in their midst', async () => {
    const held = new Held();
    const long = (letter: string) => ({ ...QUERY, body: utf8Text(`${'x'.repeat(1000)}${letter}${'x'.repeat(1000)}`) });
    const answers = [held.ask(long('a')), held.ask(long('b')), held.ask(long('b'))];
    expect(held.sent.map(({ body }) => body[1000])).toEqual(['a', 'b']);
    held.sent[0]?.answer('a');
    held.sent[1]?.answer('b');
    expect((await Promise.all(answers)).map(({ data }) => data)).toEqual(['a', 'b', 'b']);
    expect(held.flights.shared).toBe(0);
  });

  test('may be sent again, writes may not', () => {
    const held = new Held();
    void held.ask();
    void held.ask(WRITE);
    expect(held.sent.map(({ repeatable }) => repeatable)).toEqual([true, false]);
  });

  test('are not joined once they are answered', async () => {
    const held = new Held();
    const first = held.ask();
    held.sent[0]?.answer({});
    await first;
    void held.ask();
    expect(held.sent).toHaveLength(2);
  });

  test('fail for all who wait', async () => {
    const held = new Held();
    const answers = [held.ask(), held.ask()];
    held.sent[0]?.fail(new Error('reset'));
    const results = await Promise.allSettled(answers);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('of a personal field are shared by the same person alone, and by nobody who is not known', () => {
    const held = new Held();
    void held.ask(PERSONAL, {}, { person: 'ann' });
    void held.ask(PERSONAL, {}, { person: 'ann' });
    void held.ask(PERSONAL, {}, { person: 'bob' });
    void held.ask(PERSONAL, {});
    void held.ask(PERSONAL, {});
    expect(held.sent).toHaveLength(4);
  });
});

describe('writes', () => {
  test('are never shared', () => {
    const held = new Held();
    void held.ask(WRITE);
    void held.ask(WRITE);
    expect(held.sent).toHaveLength(2);
  });

  test('a query never joins one that began before a write which has been answered', async () => {
    const held = new Held();
    const before = held.ask();
    const write = held.ask(WRITE);
    const during = held.ask();
    expect(held.sent).toHaveLength(2);
    held.sent[1]?.answer({});
    await write;
    const after = held.ask();
    expect(held.sent).toHaveLength(3);
    held.sent[0]?.answer({ a: 'old' });
    held.sent[2]?.answer({ a: 'new' });
    expect((await before).data).toEqual({ a: 'old' });
    expect((await during).data).toEqual({ a: 'old' });
    expect((await after).data).toEqual({ a: 'new' });
  });

  test('to one subgraph count for all, since it may change what another answers', async () => {
    const common: Common = { deadlines: new Deadlines(), writes: { answered: 0 } };
    const [one, other] = [new Held({}, common), new Held({}, common)];
    void one.ask();
    const write = other.ask(WRITE);
    other.sent[0]?.answer({});
    await write;
    void one.ask();
    expect(one.sent).toHaveLength(2);
  });

  test('a write that was given up may have been carried out: it counts as answered', async () => {
    const held = new Held();
    const leaver = new AbortController();
    void held.ask();
    const write = held.ask(WRITE, HEADERS, { signal: leaver.signal });
    leaver.abort();
    await expect(write).rejects.toThrow();
    void held.ask();
    expect(held.sent.filter(({ body }) => body === QUERY.body)).toHaveLength(2);
  });
});

describe('who waits', () => {
  test('may leave without cost to the others; when the last one leaves, the request is aborted', async () => {
    const held = new Held();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = held.ask(QUERY, HEADERS, { signal: first.signal });
    const other = held.ask(QUERY, HEADERS, { signal: second.signal });
    first.abort();
    await expect(one).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
    expect(held.sent[0]?.aborted).toBeUndefined();
    second.abort();
    await expect(other).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
    expect(held.sent[0]?.aborted).toBe('left');
    void held.ask();
    expect(held.sent).toHaveLength(2);
  });

  test('the first to leave does not take the answer from the others', async () => {
    const held = new Held();
    const first = new AbortController();
    const one = held.ask(QUERY, HEADERS, { signal: first.signal });
    const other = held.ask();
    first.abort();
    await expect(one).rejects.toThrow();
    held.sent[0]?.answer({ a: 1 });
    expect((await other).data).toEqual({ a: 1 });
  });

  test('each keeps its own deadline', async () => {
    vi.useFakeTimers();
    try {
      const held = new Held({ timeout: 200 });
      const early = held.ask();
      vi.advanceTimersByTime(120);
      const late = held.ask();
      vi.advanceTimersByTime(120);
      await expect(early).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
      held.sent[0]?.answer({ a: 1 });
      expect((await late).data).toEqual({ a: 1 });
      expect(held.sent).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is late by the subgraph’s time, and then the request is given up as late', async () => {
    vi.useFakeTimers();
    try {
      const held = new Held({ timeout: 200 });
      const answer = held.ask();
      vi.advanceTimersByTime(250);
      await expect(answer).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
      expect(held.sent[0]?.aborted).toBe('late');
    } finally {
      vi.useRealTimers();
    }
  });

  test('waits no longer than its own request may take, which is not the subgraph’s fault', async () => {
    vi.useFakeTimers();
    try {
      const held = new Held({ timeout: 200 });
      const answer = held.ask(QUERY, HEADERS, { within: 50 });
      vi.advanceTimersByTime(100);
      await expect(answer).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
      expect(held.sent[0]?.aborted).toBe('left');
      await expect(held.ask(QUERY, HEADERS, { within: 0 })).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
      expect(held.sent).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('never joins a request that is older than its timeout, however many keep it alive', async () => {
    vi.useFakeTimers();
    try {
      const held = new Held({ timeout: 200 });
      const answers = [0, 1, 2, 3, 4].map(() => {
        const answer = held.ask().catch(() => 'late');
        vi.advanceTimersByTime(60);
        return answer;
      });
      expect(held.sent).toHaveLength(2);
      vi.advanceTimersByTime(500);
      expect(await Promise.all(answers)).toEqual(Array(5).fill('late'));
    } finally {
      vi.useRealTimers();
    }
  });

  test('with a client that left already asks nothing', async () => {
    const held = new Held();
    await expect(held.ask(QUERY, HEADERS, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(held.sent).toHaveLength(0);
  });
});
