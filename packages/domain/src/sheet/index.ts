// What a spreadsheet says, whichever list it holds, and how to tell one something that it does not take for a formula.
export { harmless } from './harmless.ts'
export { type NoText, type RawCell, type RawSheet, cellName, wordOf } from './sheet.ts'
