// Whoever comes in: residents by a code, staff by a password and a second factor.
import type { Pages } from '@yishi/contract/pages'
import { patternOf } from './pictures.ts'

type Entrances = 'login' | 'staff-login' | 'staff-factor'
type Samples = { readonly [Key in Entrances]: Readonly<Record<string, Pages[Key]>> }

export const signingIn: Samples = {
  login: {
    phone: { step: 'phone', phone: '', back: '/me', problems: {}, demo: true },
    code: { step: 'code', phone: '138****5678', back: '/me', problems: { code: 'wrong-code' }, demo: false },
  },
  'staff-login': {
    password: { step: 'password', phone: '13800005678', back: '/console/', problems: { password: 'wrong-password' } },
    'second-factor': { step: 'second-factor', phone: '', back: '/console/', problems: {} },
  },
  'staff-factor': {
    password: {
      step: 'password',
      name: '周敏',
      phone: '13800005678',
      token: 'v7Yx2mQe9hTzKp4wR8sNcA',
      problems: { password: 'weak-password' },
    },
    'second-factor': {
      step: 'second-factor',
      factor: { secret: 'JBSW Y3DP EHPK 3PXP', qr: patternOf('totp') },
      problems: { code: 'wrong-code' },
    },
    done: { step: 'done', recoveryCodes: ['7K2M-QX4P', 'W9TD-3HVN', 'C6RB-8JYL', 'F4SG-2ZKA'] },
  },
}
