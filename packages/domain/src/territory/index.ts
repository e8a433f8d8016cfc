// The territory of a community: its tree of nodes, its units, and the places whose codes hang in the street.
export {
  NODE_KINDS,
  type NodeKind,
  PLACE_KINDS,
  type PlaceKind,
  type Placed,
  UNIT_USES,
  type UnitUse,
  hasOwnPlace,
  isNodeKey,
  mayLieIn,
  nodeKeyOf,
  pathBelow,
  placeNameOf,
} from './node.ts'
export { PLACE_CODES, isPlaceCode, placeCodeOf, readPlaceCode } from './place-code.ts'
export { LINE_VERDICTS, type LineVerdict, type ListedUnit, floorOf, readUnitLines } from './unit-lines.ts'
