// What each caller is answered about recordings, and about acting for a neighbour.
import { multipart } from '../ground.ts'
import type { Caller } from '../people.ts'
import { DESK, NOBODY, READERS, type Row, byLink, command, form, get, says } from './rows.ts'

/** Neighbours help neighbours; who works here for a party or an office does it at the desk. */
const HELP = [
  'raiser',
  'neighbour',
  'building-leader',
  'grid-worker-here',
  'grid-worker-elsewhere',
  'volunteer',
] as const
const helpers: readonly Caller[] = HELP

const unknownHelp = (name: string): Row => form(`/help/mat_none/${name}`, { text: '又滴水了', score: '5' }, 404)

export const voiceRows: Readonly<Record<string, Row>> = {
  'POST /api/recordings': {
    ask: () => ({ method: 'POST', url: '/api/recordings', ...multipart('recording', Buffer.from('no sound')) }),
    expected: says(422, [NOBODY, 401]),
  },
  'GET /api/matters/:matter/recordings/:recording': {
    ask: ({ matter, recording }) => ({ method: 'GET', url: `/api/matters/${matter}/recordings/${recording}` }),
    expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [READERS, 200]),
  },
  'GET /m/:token/recordings/:recording': {
    ask: (ground, caller) => {
      const asked = byLink('/m/:token/recordings/', 200, null).ask(ground, caller)
      return { ...asked, url: asked.url + ground.recording }
    },
    expected: says(404, [['link-holder'], 200]),
  },
  'POST /api/matters/:matter/transcribe': {
    ask: ({ matter, recording }) => ({
      method: 'POST',
      url: `/api/matters/${matter}/transcribe`,
      json: { recording, text: '灯坏了，楼梯看不见' },
    }),
    expected: says(403, [NOBODY, 401], [['staff-elsewhere'], 404], [DESK, 200]),
  },
  'POST /api/matters/:matter/withdraw-consent': command('withdraw-consent', {}, 403, [DESK, 409]),
  'POST /api/follow/:token/withdraw-consent': byLink('/api/follow/:token/withdraw-consent', 409, { json: {} }),
  'POST /m/:token/withdraw-consent': byLink('/m/:token/withdraw-consent', 303, { form: { x: '' } }),
  'GET /p/:code/help': get('/p/:plate/help', 403, [NOBODY, 303], [helpers, 200]),
  'POST /p/:code/help': form('/p/:plate/help', { text: '灯又不亮了' }, 403, [NOBODY, 303], [helpers, 422]),
  // Who helps whom is another test's matter: here nobody does.
  'GET /help/:matter': get('/help/mat_none', 404),
  'GET /help/:matter/recordings/:recording': get('/help/mat_none/recordings/rec_none', 404),
  ...Object.fromEntries(
    ['rate', 'remark', 'nudge', 'reopen', 'withdraw-consent'].map((name) => [
      `POST /help/:matter/${name}`,
      unknownHelp(name),
    ]),
  ),
}
