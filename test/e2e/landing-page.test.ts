import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedBrowser, NO_BROWSER, startBrowser } from '../kit/browser.ts';
import { jumpCodeOf } from '../kit/commerce/market.ts';
import { DESKTOP } from '../kit/commerce/taps.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { createPGlite } from '../kit/pglite-template.ts';

const IMAGE = 'https://img.example/sunscreen.svg';
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#f3d9b1"/></svg>';

describe.skipIf(!installedBrowser)(`the landing page in a browser${installedBrowser ? '' : ` (${NO_BROWSER})`}`, () => {
  let commerce: TestCommerce;
  let browser: Browser;

  beforeAll(async () => {
    commerce = await startCommerce({ pglite: await createPGlite() });
    const shown = { image_url: IMAGE, compare_at_fen: 15_900 };
    await commerce.database.db.updateTable('products').set(shown).where('id', '=', 'product_11').execute();
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await commerce?.close();
  });

  /** Opens the page of a link, with the marketplace and its pictures at hand. */
  async function open(
    options: BrowserContextOptions,
    code = jumpCodeOf('link_11'),
  ): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext({
      userAgent: DESKTOP['user-agent'],
      javaScriptEnabled: false,
      ...options,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
    await page.route(IMAGE, (route) => route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }));
    await page.route('https://taobao.example/**', (route) => route.fulfill({ body: 'the shop' }));
    await page.goto(`${commerce.url}/l/${code}`);
    return { page, faults };
  }

  test.each([
    ['zh-CN', '去淘宝看看', 1280],
    ['en-GB', 'See it on Taobao', 360],
  ])('shows the product in %s and leads to the shop, without a script', async (locale, button, width) => {
    const { page, faults } = await open({ locale, viewport: { width, height: 900 } });
    await expect(page.getByRole('heading').textContent()).resolves.toBe('晴川轻薄防晒霜SPF50');
    await expect(page.locator('.price').textContent()).resolves.toBe('¥129.00¥159.00');
    const box = await page.locator('main').boundingBox();
    // The card keeps away from the screen's edges.
    expect(box?.x).toBeGreaterThanOrEqual(16);
    expect(box?.width).toBeLessThanOrEqual(width - 32);
    const link = page.getByRole('link', { name: button });
    // The policy lets its style through.
    expect(await page.evaluate("getComputedStyle(document.querySelector('a')).backgroundColor")).toBe(
      'rgb(200, 16, 46)',
    );
    expect((await page.locator('img').boundingBox())?.height).toBeGreaterThan(100);
    await link.click();
    expect(page.url()).toMatch(/^https:\/\/taobao\.example\/item\?id=tb11&click=click_/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('tells a person whose link is dead so, on a page in the same style', async () => {
    const { page, faults } = await open({ locale: 'zh-CN', viewport: { width: 390, height: 844 } }, 'nonsense');
    await expect(page.getByRole('heading').textContent()).resolves.toBe('这个链接打不开了');
    expect((await page.locator('main').boundingBox())?.x).toBeGreaterThanOrEqual(16);
    expect(faults).toEqual([expect.stringContaining('404')]);
    await page.context().close();
  });
});
