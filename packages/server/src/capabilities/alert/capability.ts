// An urgent notice as the kernel performs it.
import {
  type Alert,
  type AlertCommand,
  type AlertEvent,
  type AlertRefusal,
  alertEntry,
  alertRules,
} from '@yishi/domain/alert'
import type { Capability } from '../../kernel/capability.ts'
import { alertStore } from './store.ts'

export const alert: Capability<Alert, AlertCommand, AlertEvent, AlertRefusal> = {
  name: 'alert',
  rulebook: alertRules,
  store: alertStore,
  toEntry: alertEntry,
}
