// Running time limits as values, and how they are read.
export {
  CLOCK_KINDS,
  type Clock,
  type ClockKind,
  type ClockRefusal,
  type PastPause,
  type Pause,
  breachClock,
  isBreached,
  pauseClock,
  recomputeProvisional,
  remindClock,
  resumeClock,
  startClock,
  stopClock,
} from './clock.ts'
export {
  type ClockStep,
  type Escalation,
  LIGHTS,
  type Light,
  type Remaining,
  light,
  nextStep,
  nextWake,
  remaining,
} from './reading.ts'
