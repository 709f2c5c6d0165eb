import { afterAll, beforeAll, beforeEach } from 'vitest';
import { readSettings } from '../../settings/settings.ts';
import { createContentServer } from '../../subgraphs/content/server.ts';
import { contentSettings } from '../../subgraphs/content/settings.ts';
import { openContentDatabase } from '../../subgraphs/content/store/open.ts';
import type { ContentDb } from '../../subgraphs/content/store/tables.ts';
import type { DatabaseSource } from '../../subgraphs/kit/database.ts';
import { createMetrics } from '../../subgraphs/kit/metrics.ts';
import type { SeenError } from './ask.ts';

/** The instant at which a test's clock stands until it is set: noon in Shanghai. */
export const NOON = new Date('2025-05-07T04:00:00.000Z');

/** The content subgraph of a test, served over HTTP. */
export interface TestContent {
  readonly db: ContentDb;
  readonly url: string;
  /** The statements that ran since it was last emptied. */
  readonly statements: string[];
  /** When requests come. */
  now: Date;
  /** Sends an operation; `viewer` is the person whom the gateway serves. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
  ask(query: string, variables?: object, viewer?: string): Promise<{ data: any; errors: SeenError[] }>;
  close(): Promise<void>;
}

/** Starts a content subgraph on an empty database. */
async function startContent(source: DatabaseSource, env: Record<string, string> = {}): Promise<TestContent> {
  const statements: string[] = [];
  const time = { now: NOON };
  const database = await openContentDatabase(source, (sql) => statements.push(sql));
  const settings = readSettings(contentSettings, 'CONTENT_', { CONTENT_LOG_LEVEL: 'silent', ...env });
  const app = await createContentServer({ database, settings, metrics: createMetrics(), clock: () => time.now });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const content: TestContent = {
    db: database.db,
    url,
    statements,
    get now() {
      return time.now;
    },
    set now(instant) {
      time.now = instant;
    },
    async ask(query, variables = {}, viewer) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(viewer && { 'x-redcat-viewer': viewer }) },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors = [] } = (await response.json()) as { data: unknown; errors?: SeenError[] };
      return { data, errors };
    },
    close: () => app.close(),
  };
  return content;
}

/** A content subgraph for the tests of a block; its clock stands at noon when each begins. */
export function useContent(
  fresh: () => Promise<DatabaseSource>,
  fill: (content: TestContent) => Promise<void> = async () => {},
  env: Record<string, string> = {},
): () => TestContent {
  let content: TestContent | undefined;
  const current = () => {
    if (!content) throw new Error('The subgraph runs within tests only.');
    return content;
  };
  beforeAll(async () => {
    content = await startContent(await fresh(), env);
    await fill(content);
  });
  beforeEach(() => {
    current().now = NOON;
  });
  afterAll(() => content?.close());
  return current;
}
