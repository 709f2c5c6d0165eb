import { expect, test, vi } from 'vitest';
import type { LiveMessage } from '../../../../gateway/live/subscriber.ts';
import { Topic } from '../../../../gateway/live/topic.ts';
import type { SubgraphAnswer } from '../../../../gateway/subgraphs/subgraph-client.ts';
import type { UpstreamSink } from '../../../../gateway/subgraphs/upstreams/upstream.ts';

test('who joins while a message is delivered gets it once', async () => {
  const sinks: UpstreamSink[] = [];
  const answer = async ({ data }: SubgraphAnswer): Promise<LiveMessage> => ({ body: Buffer.from(String(data)) });
  const open = (sink: UpstreamSink) => {
    sinks.push(sink);
    return () => undefined;
  };
  const nothing = () => undefined;
  const rules = { linger: 0, onSuperseded: nothing, onAnswer: nothing, onSubscribers: nothing, onEnd: nothing };
  const topic = Topic.open({ open, answer, told: () => [] }, rules);
  const got: string[] = [];
  const reader = (name: string, onMessage: () => void = () => undefined) => ({
    next({ body }: LiveMessage) {
      got.push(`${name}: ${body}`);
      onMessage();
    },
    end: () => undefined,
  });
  topic?.join(reader('early', () => void topic.join(reader('late'))));
  sinks[0]?.message({ data: 1, errors: [], clean: true });
  await vi.waitFor(() => expect(got).toHaveLength(2), 10_000);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(got).toEqual(['early: 1', 'late: 1']);
});
