// Answers the console's API from the samples while somebody works on screens (`vite --mode samples`); writes change nothing but the revision.
import type { Plugin } from 'vite'
import { board, inbox, matterFile, me, parties } from './samples.ts'
import { importPreview, procedures, territory } from './samples-more.ts'

let revision = matterFile.revision

const answers: readonly (readonly [RegExp, (path: string) => unknown])[] = [
  [/^\/api\/me$/, () => me],
  [/^\/api\/board/, () => board],
  [/^\/api\/parties/, () => parties],
  [/^\/api\/territory/, () => territory],
  [/^\/api\/inbox$/, () => inbox],
  [/^\/api\/procedures$/, () => procedures],
  [/^\/api\/procedures\//, (path) => procedures.find(({ key }) => path.endsWith(`/${key}`)) ?? procedures[0]],
  [/^\/api\/import\/preview/, () => importPreview],
  [/^\/api\/import\/confirm/, () => ({})],
  [
    /^\/api\/photos/,
    () => ({ photos: [{ id: `pho_${revision}`, thumb: '/console/favicon', full: '/console/favicon' }] }),
  ],
  [/^\/api\/matters$/, () => ({ matter: 'mat_3', code: 'YG2611011', link: '/m/sample', receipt: 'sample' })],
  [/^\/api\/(matters|orders)\//, () => ({ ...matterFile, revision })],
]

export const sampleAnswers = (): Plugin => ({
  name: 'sample-answers',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, response, next) => {
      const path = (request.url ?? '').split('?')[0] ?? ''
      const found = answers.find(([pattern]) => pattern.test(path))
      if (!found) return next()
      if (request.method === 'POST') revision += 1
      const clash = request.headers['x-sample-clash'] !== undefined
      response.statusCode = clash ? 409 : 200
      response.setHeader('content-type', clash ? 'application/problem+json' : 'application/json')
      response.end(JSON.stringify(clash ? { code: 'changed-meanwhile', title: 'x', status: 409 } : found[1](path)))
    })
  },
})
