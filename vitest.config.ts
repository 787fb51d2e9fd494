import { defineConfig } from 'vitest/config'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/e2e/**', ...(nightly ? [] : ['**/*.nightly.test.ts'])],
    globalSetup: ['build/vitestSetup.mjs'],
    // better-sqlite3 is native and tests start and kill processes: one process per file, not threads
    pool: 'forks',
    // both cores of a small machine; the default is one less
    maxWorkers: 2,
    testTimeout: nightly ? 20 * 60_000 : 60_000,
    hookTimeout: 60_000,
  },
})
