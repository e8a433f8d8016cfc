// Every change of the database's shape, in order; a name once published is never changed.
import type { Migration } from 'kysely/migration'
import * as kernel from './0001-kernel.ts'
import * as territory from './0002-territory.ts'
import * as matter from './0003-matter.ts'
import * as account from './0004-account.ts'
import * as message from './0005-message.ts'
import * as hotWrites from './0009-hot-writes.ts'
import * as sensitiveRead from './0010-sensitive-read.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-kernel': kernel,
  '0002-territory': territory,
  '0003-matter': matter,
  '0004-account': account,
  '0005-message': message,
  '0009-hot-writes': hotWrites,
  '0010-sensitive-read': sensitiveRead,
}
