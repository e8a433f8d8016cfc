// What stands in a form becomes the body that the contract takes: checked with the contract's own schemas.
import { matterCommandSchemas, orderCommandSchemas } from '@yishi/contract/matter-command'
import { expect, test } from 'vitest'
import { bodyOf } from './body.ts'

const photo = { id: 'pho_1', thumb: '/t', full: '/f' }

test('photos go as ids, figures keep their exact texts, and what was left empty is left out', () => {
  const body = bodyOf({
    text: ' 换好了 ',
    photos: [photo],
    figures: [{ what: '灯具', kind: 'count', value: '3', unit: '' }],
    underControl: false,
  })
  expect(body).toEqual({
    text: '换好了',
    photos: ['pho_1'],
    figures: [{ what: '灯具', kind: 'count', value: '3' }],
    underControl: false,
  })
  expect(orderCommandSchemas.report.parse(body)).toEqual(body)
})

test('a chosen score is a number', () => {
  expect(matterCommandSchemas.rate.parse(bodyOf({ score: '4', text: '' }))).toEqual({ score: 4, text: '' })
})

test('orders with and without a lead fit the contract', () => {
  const body = bodyOf({
    orders: [
      { party: 'pty_2', task: '换灯', lead: true },
      { party: 'pty_3', task: '看线', lead: undefined },
    ],
  })
  expect(matterCommandSchemas['place-orders'].parse(body).orders.map(({ lead }) => lead)).toEqual([true, false])
})
