// The public ledger: what is kept of each event, and how anyone checks that nothing was lost or altered.
export { fromBase64, toBase64 } from './base64.ts'
export { type Json, canonicalText } from './canonical.ts'
export {
  type Checkpoint,
  type CheckpointRefusal,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
export { type Commitment, type Opening, SALT_BYTES, opens } from './commitment.ts'
export {
  type EntriesOf,
  type EntryDraft,
  type EntryFrame,
  type Fact,
  type Facts,
  type Leaf,
  type Pseudonym,
  type SealedEntry,
  leafHashOf,
  leafText,
  pseudonymOf,
  sealEntry,
} from './entry.ts'
export { type Extract, checkExtract, extractAddresses, extractNodes, extractSchema, rootOfExtract } from './extract.ts'
export { type ConsistencyClaim, type InclusionClaim, verifyConsistency, verifyInclusion } from './merkle-check.ts'
export {
  EMPTY_TREE,
  type Hash,
  type NodeAddress,
  type NodeAt,
  type Tree,
  type TreeNode,
  consistencyAddresses,
  consistencyProof,
  edgeAddresses,
  growAll,
  inclusionAddresses,
  inclusionProof,
  leafHash,
  rootOf,
  treeAt,
} from './merkle.ts'
export {
  type Note,
  type NoteKey,
  type NoteRefusal,
  type NoteSignature,
  type NoteSigner,
  type OpenedNote,
  isSignedBy,
  noteKey,
  noteKeyText,
  noteSigner,
  parseNoteKey,
} from './note.ts'
export { type Published, type PublishedChecks, checkPublished } from './published.ts'
export { type Receipt, type ReceiptRefusal, openReceipt, promisedBy, signReceipt } from './receipt.ts'
