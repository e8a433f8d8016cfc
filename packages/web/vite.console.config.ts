// Builds the staff console into dist/console, served below /console/.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig(({ command }) => {
  // A build asked for by a test would otherwise carry the development versions of React and antd.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    root: new URL('./console', import.meta.url).pathname,
    base: '/console/',
    publicDir: false,
    plugins: [react()],
    // The server puts a fresh nonce in place of this word in every answer of index.html.
    html: { cspNonce: 'CSP_NONCE' },
    build: {
      outDir: '../dist/console',
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // The schemas of the domain stay on the server: without this their building calls would carry zod into the browser.
        treeshake: {
          manualPureFunctions: ['z', 'digits', 'dayShape'],
          moduleSideEffects: (id) => !/\/(packages\/domain|node_modules\/zod)\//.test(id),
        },
      },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  }
})
