// How alike matters are, and which of them are of one class.
export { classesOf } from './classes.ts'
export { ALIKE, CLEARLY_ALIKE, type Gist, gistOf, likeness, mostAlike } from './likeness.ts'
export { pairsIn } from './pairs.ts'
