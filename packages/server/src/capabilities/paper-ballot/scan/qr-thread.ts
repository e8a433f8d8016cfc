// The thread in which one picture is read: whatever it does to its reader, the server goes on.
import { parentPort, workerData } from 'node:worker_threads'
import { qrCodesIn } from './qr.ts'

const port = parentPort?.postMessage.bind(parentPort)

port?.(await qrCodesIn(workerData as Uint8Array))
