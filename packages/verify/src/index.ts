// The verifier, as the command line of the project forwards to it.
export { verifyProgram } from './program.ts'
