// Builds dist/pages.js, the server's only import from here. React's idiom on Preact; runs after the client build, whose hashed names it takes in.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const hashedName = (source: string): string => {
  const manifest = JSON.parse(readFileSync(here('./dist/client/manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >
  const entry = manifest[source]
  if (!entry) throw new Error(`the client build has no ${source}`)
  return JSON.stringify(`/${entry.file}`)
}

/** While developing, Vite itself serves the sources. */
const addressOf = (source: string, command: 'build' | 'serve'): string =>
  command === 'build' ? hashedName(source) : JSON.stringify(`/${source}`)

export default defineConfig(({ command }) => ({
  root: here('.'),
  publicDir: false,
  define: {
    STYLESHEET_ADDRESS: addressOf('pages/pages.css', command),
    SCRIPT_ADDRESS: addressOf('pages/islands/main.ts', command),
    PATROL_SCRIPT_ADDRESS: addressOf('pages/islands/patrol/main.ts', command),
  },
  resolve: {
    alias: [
      { find: 'react-dom/server', replacement: 'preact-render-to-string' },
      { find: 'react/jsx-dev-runtime', replacement: 'preact/jsx-runtime' },
      { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
      { find: /^react$/, replacement: 'preact/compat' },
    ],
  },
  ssr: { noExternal: true },
  build: {
    ssr: here('./pages/render.tsx'),
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node24',
    rolldownOptions: { output: { entryFileNames: 'pages.js' } },
  },
}))
