import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installedBrowser, NO_BROWSER, startBrowser } from '../kit/browser.ts';
import { type LiveWorld, startLive } from '../kit/live.ts';

describe('GraphiQL in a browser', () => {
  let world: LiveWorld;
  let browser: Browser;

  beforeAll(async () => {
    if (!installedBrowser) return;
    [world, browser] = await Promise.all([startLive(), startBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await world?.[Symbol.asyncDispose]();
  });

  beforeEach((context) => {
    if (!installedBrowser) context.skip(NO_BROWSER);
  });

  test('shows what a subscription brings, as it comes', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    const query = 'subscription { noteCounted(noteId: "1") { clicks title } }';
    await page.goto(`${world.gateway.url}/graphiql?query=${encodeURIComponent(query)}`);
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const answer = page.locator('.graphiql-response');
    await answer.getByText('红楼梦').waitFor();
    world.counter.click('1', 4711);
    await answer.getByText('4711').waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });
});
