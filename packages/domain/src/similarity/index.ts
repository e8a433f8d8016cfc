// How alike two texts are, by the pairs of neighbouring characters that they share; how alike matters are, and which of them are of one class.
export { classesOf } from './classes.ts'
export { ALIKE, CLEARLY_ALIKE, type Gist, gistOf, likeness, mostAlike } from './likeness.ts'
export { bigrams, jaccard, pairsIn } from './pairs.ts'
