// Where and who: the territory of a community, its places, parties and people, for every other capability.
export {
  type CommunityKind,
  type NewCommunity,
  type NewNode,
  type NewPerson,
  type NewPlace,
  addNode,
  addPerson,
  addPlace,
  foundCommunity,
  foundStreetOffice,
} from './founding.ts'
export { partiesOf, partyName, seatingOf } from './party-query.ts'
export {
  type PersonHere,
  hatsOf,
  keeperOf,
  knownPeople,
  linkAccount,
  peopleOfAccount,
  peopleOfPhone,
} from './people-query.ts'
export { type CommunityTitle, type FoundPlace, communityOfPlace, communityTitle, placeByCode } from './place-query.ts'
export { type PlateChoice, plateUrl, platesOf, qrSvg } from './plates.ts'
export { readRoster, writeRoster } from './roster-rows.ts'
export { nodeTree } from './tree-query.ts'
export { communityFor, hasTask, isStaff } from './asking.ts'
export { type AccountRefusal, type FoundingDoor, foundingRoutes } from './founding-routes.ts'
export { type FounderAccount, type FoundingHelp, type Installed, foundInstallation, isEmpty } from './installation.ts'
export { type OpenAt, territoryRoutes } from './routes.ts'
