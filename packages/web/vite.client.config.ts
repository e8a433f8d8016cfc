// Builds what the browser loads besides the pages themselves: one style sheet, one small script, and patrol's own, under hashed names.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2020',
    cssTarget: 'chrome80',
    modulePreload: false,
    rolldownOptions: {
      input: {
        pages: here('./pages/islands/main.ts'),
        patrol: here('./pages/islands/patrol/main.ts'),
        style: here('./pages/pages.css'),
      },
      // The domain's modules only declare; without this the browser would load the schemas of what it uses one function of.
      treeshake: { moduleSideEffects: (id) => !id.includes('/packages/domain/') && !id.includes('/zod/') },
    },
  },
})
