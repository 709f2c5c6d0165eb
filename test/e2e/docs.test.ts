import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedBrowser, NO_BROWSER, startBrowser } from '../kit/browser.ts';
import { type TestClients, testClients } from '../kit/clients.ts';
import { type Shelf, startShelf } from '../kit/shelf.ts';

describe.skipIf(!installedBrowser)(
  `the page of operations in a browser${installedBrowser ? '' : ` (${NO_BROWSER})`}`,
  () => {
    let clients: TestClients;
    let shelf: Shelf;
    let browser: Browser;
    let key: string;

    beforeAll(async () => {
      clients = await testClients();
      ({ key } = await clients.add('limited', { operations: 'BookPage,BookAdd,Shelf' }));
      shelf = await startShelf({ GATEWAY_KEYS: clients.file, GATEWAY_CLAIMS_KEY: 'none' });
      browser = await startBrowser();
    });

    afterAll(async () => {
      await browser?.close();
      await shelf?.[Symbol.asyncDispose]();
      await clients?.[Symbol.asyncDispose]();
    });

    test('shows what a key may use, sends it, and fits on a phone', async () => {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en' });
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${shelf.url}/docs`);
      await page.getByRole('heading', { name: 'Stock' }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      const [title, list] = await Promise.all(
        [page.getByRole('heading', { level: 1 }), page.getByRole('navigation', { name: 'Operations' })].map((part) =>
          part.boundingBox(),
        ),
      );
      expect(title?.y).toBeLessThan(list?.y ?? 0);

      await page.getByLabel('API key').fill(key);
      await page.getByRole('button', { name: 'Show what it may use' }).click();
      await page.getByRole('heading', { name: 'Stock' }).waitFor({ state: 'detached' });

      const tryIt = page.getByRole('form', { name: 'Try it: BookPage' });
      await tryIt.getByRole('button').click();
      await tryIt.getByText('"红楼梦"').waitFor();
      expect(await tryIt.getByRole('status').textContent()).toMatch(/^200 · \d+ ms · private, max-age=60$/);
      const adding = page.getByRole('form', { name: 'Try it: BookAdd' });
      await adding.getByLabel('Body').fill('{"title":"新书","tags":["ESSAY"]}');
      await adding.getByRole('button').click();
      await adding.getByText('"新书"').waitFor();
      expect(faults).toEqual([]);
    });
  },
);
