// The duty roster: who is on call for a community or a part of it.
export { duty } from './capability.ts'
export { isOnCall, isOnCallSomewhere, onCallAt } from './on-call-query.ts'
export { dutyRoutes } from './routes.ts'
export { type DutyAskRefusal, setDuty } from './setting.ts'
