// What a stranger may see of a person: names and numbers with all but their beginning or end starred out.
export { maskName } from './mask-name.ts'
export { maskPhone } from './mask-phone.ts'
export { maskText } from './mask-text.ts'
export { isServiceNumber, readPhone } from './phone.ts'
