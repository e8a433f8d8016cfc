import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { turnstile } from './turnstile.ts'

const fill = (gate: ReturnType<typeof turnstile>, ip: string) => {
  const inside: EventEmitter[] = []
  while (gate.mayEnter(ip) && inside.length < 1000) {
    const viewer = new EventEmitter()
    gate.enter(ip, viewer as never)
    inside.push(viewer)
  }
  return inside
}

test('one address holds so many streams and no more; whoever leaves makes room, and others are not shut out', () => {
  const gate = turnstile({ trustProxy: false, viewers: () => 0 })
  const inside = fill(gate, '203.0.113.7')
  expect(inside).toHaveLength(200)
  expect(gate.mayEnter('203.0.113.8')).toBe(true)
  inside[0]!.emit('close')
  expect(gate.mayEnter('203.0.113.7')).toBe(true)
})

test('a proxy on this machine speaks for everybody, unless it says for whom', () => {
  expect(fill(turnstile({ trustProxy: false, viewers: () => 0 }), '127.0.0.1')).toHaveLength(1000)
  expect(fill(turnstile({ trustProxy: 1, viewers: () => 0 }), '127.0.0.1')).toHaveLength(200)
})

test('a full process lets nobody in', () => {
  expect(turnstile({ trustProxy: false, viewers: () => 5000 }).mayEnter('127.0.0.1')).toBe(false)
})
