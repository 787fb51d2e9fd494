import { defineConfig } from '@playwright/test'

// CHROMIUM_PATH is set by `npm test`, which finds or installs a browser; without it Playwright takes its own.
const executablePath = process.env['CHROMIUM_PATH']

export default defineConfig({
  outputDir: 'test-results',
  forbidOnly: !!process.env['CI'],
  // a change is judged by what it does, not by the one time in a hundred that a busy machine is late; the totals name
  // what needed a second try
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // both cores of a small machine; the default is half of them
  workers: 2,
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    // recording every test costs a third of its time
    trace: process.env['CI'] ? 'off' : 'retain-on-failure',
  },
  projects: [
    {
      name: 'web',
      testDir: 'test/e2e/web',
      workers: 2,
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: [
            '--disable-gpu',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    { name: 'desktop', testDir: 'test/e2e/desktop', workers: 1 },
  ],
})
