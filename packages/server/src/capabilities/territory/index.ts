// Where and who: the territory of a community, its places, parties and people, for every other capability.
export { type CommunityKind, addNode, addPerson, addPlace, foundCommunity, foundStreetOffice } from './founding.ts'
export { partiesOf, partyName, seatingOf } from './party-query.ts'
export {
  type PersonHere,
  hatsOf,
  keeperOf,
  knownPeople,
  linkAccount,
  peopleOfAccount,
  peopleOfPhone,
  wornSince,
} from './people-query.ts'
export { layDownRole, wearRole } from './roles.ts'
export { addSignedUp, changeNumber, takeRow } from './signed-up.ts'
export { type FoundPlace, communityOfPlace, communityTitle, placeByCode } from './place-query.ts'
export { plateUrl, platesOf, qrSvg } from './plates.ts'
export { readRoster, writeRoster } from './roster-rows.ts'
export { type FlatNode, flatNodes, nodeTree } from './tree-query.ts'
export { communityFor, hasTask, isStaff } from './asking.ts'
export { type FoundingDoor, foundingRoutes } from './founding-routes.ts'
export { territoryRoutes } from './routes.ts'
