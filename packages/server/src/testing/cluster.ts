// One PostgreSQL for a whole test run, with one migrated database that every test file copies.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../kernel/database/embedded.ts'
import { migrate } from '../kernel/database/migrate.ts'
import { applicationUrl } from '../kernel/database/roles.ts'

export const setup = async (project: TestProject) => {
  const directory = mkdtempSync(join(tmpdir(), 'yishi-test-'))
  const cluster = await startEmbedded(directory, { durable: false })
  const owner = new Client({ connectionString: cluster.url })
  await owner.connect()
  await owner.query('create database template_yishi')
  await owner.end()
  const template = new URL(cluster.url)
  template.pathname = '/template_yishi'
  const application = await applicationUrl(template.href)
  await migrate(template.href)
  project.provide('ownerUrl', template.href)
  project.provide('applicationUrl', application)
  return async () => {
    await cluster.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
