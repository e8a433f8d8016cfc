import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**', '**/data/**']
const globalSetup = ['packages/server/src/testing/cluster.ts']

export default defineConfig({
  test: {
    retry: 0,
    setupFiles: ['scripts/properties.ts'],
    // For what hangs: how fast something is, the bench says.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'pure', include: ['**/*.test.ts'], exclude: [...exclude, '**/*.db.test.ts'] } },
      {
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.spec.ts'],
          exclude,
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
