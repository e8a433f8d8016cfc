// What the build makes of this: all that serves, in a few files.
export { madeDemo } from './make-demo.ts'
export { start } from './start.ts'
