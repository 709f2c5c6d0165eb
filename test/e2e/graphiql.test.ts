import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { type RunningGateway, startGateway } from '../../gateway/main.ts';
import { installedBrowser, NO_BROWSER, startBrowser } from '../kit/browser.ts';
import { librarySupergraph, type SupergraphFile, settings } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const operations = {
  'Book.graphql': 'query Book($id: ID!) { book(id: $id) { title author { name } rating } }',
  'Book.variables.json': '{ "id": "1" }',
  'Find.graphql': 'query Find($title: String!) { find(filter: { title: $title }) { title pages } }',
  'Find.variables.json': '{ "title": "红楼" }',
};

/** A page, and all that went wrong in it. */
interface WatchedPage {
  readonly page: Page;
  readonly faults: string[];
  readonly origins: Set<string>;
}

async function openPage(browser: Browser, viewport = { width: 1440, height: 900 }): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport });
  const faults: string[] = [];
  const origins = new Set<string>();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  return { page, faults, origins };
}

/** Presses the button until the answer shows a text: GraphiQL notes a little late that the operation is another one. */
async function runUntil(page: Page, text: string): Promise<void> {
  const answer = page.locator('.graphiql-response').getByText(text);
  await vi.waitFor(
    async () => {
      await page.getByRole('button', { name: /^Execute query/ }).click({ timeout: 2000 });
      await answer.waitFor({ timeout: 2000 });
    },
    { timeout: 30_000, interval: 200 },
  );
}

describe('GraphiQL in a browser', () => {
  let servers: TestServer[];
  let supergraph: SupergraphFile;
  let gateway: RunningGateway;
  let browser: Browser;

  beforeAll(async () => {
    if (!installedBrowser) return;
    servers = await Promise.all([startSubgraph(booksParts), startSubgraph(reviewsParts)]);
    const [books = '', reviews = ''] = servers.map((server) => server.origin);
    supergraph = await librarySupergraph({ books, reviews });
    const folder = join(supergraph.folder, 'operations');
    await mkdir(folder, { recursive: true });
    for (const [file, text] of Object.entries(operations)) await writeFile(join(folder, file), text);
    gateway = await startGateway(
      readConfig(settings(supergraph, { GATEWAY_LOG_LEVEL: 'silent', GATEWAY_GRAPHIQL_FIRST: 'Find' }), {}),
    );
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
    await supergraph?.[Symbol.asyncDispose]();
    for (const server of servers ?? []) await server[Symbol.asyncDispose]();
  });

  beforeEach((context) => {
    if (!installedBrowser) context.skip(NO_BROWSER);
  });

  test('opens with the operations as tabs, and runs one with its variables by a click', async () => {
    const { page, faults, origins } = await openPage(browser);
    await page.goto(gateway.url);
    expect(await page.title()).toBe('RedCat GraphiQL');
    const tabs = page.getByRole('tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(['Find', 'Book']);
    // The name is as high as one line is, however many tabs there are.
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.graphiql-logo')).whiteSpace`)).toBe('nowrap');
    await runUntil(page, '1200');
    await tabs.nth(1).click();
    await runUntil(page, '曹雪芹');
    expect(faults).toEqual([]);
    expect([...origins]).toEqual([gateway.url]);
    await page.close();
  });

  test('gives a phone’s whole width to the editors, and the answer below them the same', async () => {
    const { page, faults } = await openPage(browser, { width: 390, height: 844 });
    await page.goto(gateway.url);
    await runUntil(page, '1200');
    const editors = await page.locator('.graphiql-editors').boundingBox();
    const answer = await page.locator('.graphiql-response').boundingBox();
    if (!editors || !answer) throw new Error('GraphiQL shows no editors, or no answer.');
    expect(editors.width).toBeGreaterThan(300);
    expect(answer.width).toBeGreaterThan(300);
    expect(answer.y).toBeGreaterThanOrEqual(editors.y + editors.height);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('knows the schema: its documentation opens, and a misspelt field is marked', async () => {
    const { page, faults, origins } = await openPage(browser);
    await page.goto(`${gateway.url}/graphql?query=${encodeURIComponent('{ bookz { title } }')}`);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).waitFor();
    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
    expect(faults).toEqual([]);
    expect([...origins]).toEqual([gateway.url]);
    await page.close();
  });
});
