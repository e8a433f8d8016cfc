// Starts the staff console in the browser.
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { nonceStyles } from './style-nonce.ts'

nonceStyles()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
