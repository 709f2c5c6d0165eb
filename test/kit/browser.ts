import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where systems install Chromium, or a browser made of it. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The installed browser's program. */
export const installedBrowser = PLACES.find((path) => existsSync(path));

/** Said of tests that are skipped for want of a browser. */
export const NO_BROWSER =
  'no Chromium is installed; Debian, Ubuntu: apt-get install chromium fonts-noto-cjk; macOS: brew install chromium';

/** Starts the installed browser without what it does in the background of its own accord. */
export function startBrowser(): Promise<Browser> {
  if (!installedBrowser) throw new Error(NO_BROWSER);
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: installedBrowser, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}
