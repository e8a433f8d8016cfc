// Where the one-file verifier begins.
import { verifyProgram } from './program.ts'

process.exitCode = verifyProgram(process.argv.slice(2))
