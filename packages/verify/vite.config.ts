// Builds the verifier as one file that runs alone: an outsider needs Node and nothing of ours.
import { defineConfig } from 'vite'

const banner = `#!/usr/bin/env node
// yishi-verify: checks the public files of a Yishi ledger. Apache-2.0.
// Contains @noble/curves and @noble/hashes (MIT, (c) Paul Miller), zod (MIT, (c) Colin McDonnell), fflate (MIT, (c) Arjun Barrett), canonicalize (Apache-2.0).`

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'yishi-verify.mjs', codeSplitting: false, banner } },
  },
})
