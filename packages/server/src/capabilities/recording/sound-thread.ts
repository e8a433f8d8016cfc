// The thread in which one file is read: whatever it does to its reader, the server goes on.
import { parentPort, workerData } from 'node:worker_threads'
import { copySound } from './sound.ts'

const port = parentPort?.postMessage.bind(parentPort)

port?.('begun')
port?.(await copySound(workerData as Uint8Array))
