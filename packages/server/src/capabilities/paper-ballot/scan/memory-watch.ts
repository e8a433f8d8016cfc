// The thread that ends its process before a file eats up the memory of the machine: while a page is unpacked no timer of the process itself rings.
import { MOST_MEMORY } from './size.ts'

const EVERY_MILLISECONDS = 25

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.kill(process.pid, 'SIGKILL')
}, EVERY_MILLISECONDS)
