// How alike two short texts are, by the pairs of neighbouring characters that they share; Chinese needs no words for it.
export { bigrams, jaccard } from './similarity.ts'
