#!/usr/bin/env node
// `npx yishi …` on whatever Node the machine has; goes on with the project's own.
import { run } from '../../../scripts/run.mjs'

run('packages/cli/src/yishi.ts', process.argv.slice(2))
