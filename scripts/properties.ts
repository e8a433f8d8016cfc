// Draws the same examples for every property in every run of a commit, so that CI answers alike; `PROPERTY_SEED=7 npm test` draws others.
import { configureGlobal } from 'fast-check'

configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) })
