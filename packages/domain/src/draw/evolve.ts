// A draw after each of its events.
import { during } from '../kernel/index.ts'
import type { Announced, Draw, DrawEvent, ObjectableDraw, SourceStanding, StandingDraw } from './draw.ts'

type EventOf<Type extends DrawEvent['type']> = Extract<DrawEvent, { type: Type }>

const NOTHING_KNOWN: SourceStanding = { first: null, known: null, differed: 0 }

const announced = (event: EventOf<'DrawAnnounced'>): Draw => {
  const { type: _, ...body } = event
  return { ...body, status: 'announced', sources: body.announcement.sources.map(() => NOTHING_KNOWN) }
}

const told = (standing: SourceStanding, event: EventOf<'SourceEntered' | 'SourceEntriesDiffered' | 'SourceKnown'>) => {
  switch (event.type) {
    case 'SourceEntered':
      return { ...standing, first: standing.first ?? { by: event.by, outcome: event.outcome } }
    case 'SourceEntriesDiffered':
      return { ...NOTHING_KNOWN, differed: standing.differed + 1 }
    case 'SourceKnown':
      return { ...standing, known: event.outcome }
  }
}

const withSource = (draw: Announced, event: Parameters<typeof told>[1]): Draw => ({
  ...draw,
  sources: draw.sources.map((standing, index) => (index === event.source ? told(standing, event) : standing)),
})

const withAnswer = (draw: ObjectableDraw, objection: number): StandingDraw => {
  const objections = draw.objections.map((each, index) =>
    index + 1 === objection ? { ...each, answered: true } : each,
  )
  return { ...draw, objections, status: objections.every(({ answered }) => answered) ? 'drawn' : 'objected' }
}

const annulled = (draw: Draw): Draw => {
  const left = during(draw, 'announced', 'drawn', 'objected')
  const { id, community, matter, path, announcement, digest, sources } = left
  return { id, community, matter, path, announcement, digest, sources, status: 'annulled' }
}

export const evolve = (draw: Draw, event: DrawEvent): Draw => {
  switch (event.type) {
    case 'DrawAnnounced':
      return announced(event)
    case 'SourceEntered':
    case 'SourceEntriesDiffered':
    case 'SourceKnown':
      return withSource(during(draw, 'announced'), event)
    case 'DrawMade': {
      const { selected, objectableUntil } = event
      return { ...during(draw, 'announced'), status: 'drawn', selected, objectableUntil, objections: [] }
    }
    case 'DrawObjected': {
      const objectable = during(draw, 'drawn', 'objected')
      const objections = [...objectable.objections, { by: event.by, answered: false }]
      return { ...objectable, objections, status: 'objected' }
    }
    case 'DrawObjectionAnswered':
      return withAnswer(during(draw, 'drawn', 'objected'), event.objection)
    case 'DrawAnnulled':
      return annulled(draw)
    case 'DrawSettled':
      return { ...during(draw, 'drawn'), status: 'settled' }
  }
}
