// Builds the service worker of patrol as one file that imports nothing, as older browsers want it; the server puts it below /patrol.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    outDir: 'dist/worker',
    emptyOutDir: true,
    target: 'es2020',
    modulePreload: false,
    rolldownOptions: {
      input: here('./pages/islands/patrol/worker.ts'),
      output: { entryFileNames: 'patrol.js' },
    },
  },
})
