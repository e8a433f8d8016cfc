// For journeys that look into the database at what has arrived.
export { inCommunities } from '../kernel/database/tenancy.ts'
