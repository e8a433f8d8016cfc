// Builds what serves into a few files: a thousand and seven hundred small modules take longer to load and more memory to keep.
import { dirname, join, relative } from 'node:path'
import { defineConfig } from 'vite'

const dist = join(import.meta.dirname, 'dist')
const ours = /\/packages\/\w+\/src\/.+\.ts$/u

/** What a source names beside itself (templates, threads, other programs) it finds from its own folder, not from that of the build. */
const besideTheSource = {
  name: 'beside-the-source',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | undefined {
    if (!ours.test(id) || !code.includes('import.meta.')) return undefined
    const [file, folder] = [id, dirname(id)].map((path) => JSON.stringify(relative(dist, path)))
    return code
      .replaceAll('import.meta.url', `new URL(${file}, IMPORT_META.url).href`)
      .replaceAll('import.meta.dirname', `process.getBuiltinModule('node:path').join(IMPORT_META.dirname, ${folder})`)
      .replaceAll('IMPORT_META', 'import.meta')
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [besideTheSource],
  // Those with parts of their own that are not JavaScript stay where they are.
  ssr: { noExternal: true, external: ['sharp', '@myriaddreamin/typst-ts-node-compiler'] },
  build: {
    ssr: 'src/serving.ts',
    target: 'node24',
    minify: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'serving.js',
        chunkFileNames: '[name]-[hash].js',
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/u }] },
      },
    },
  },
})
