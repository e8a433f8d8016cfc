// Matters: the one thing that Yishi is about.
export { FIGURE_KINDS, type Figure, figureSchema, figuresSchema } from './figure.ts'
export {
  COLOURS,
  type Colour,
  KINDS,
  type Kind,
  LEVELS,
  type Level,
  SIZES,
  type Size,
  type Sorting,
  sortingSchema,
} from './sorting.ts'
