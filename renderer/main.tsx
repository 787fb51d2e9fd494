import { createRoot } from 'react-dom/client'

const element = document.getElementById('root')
if (element) createRoot(element).render(<h1>Journeyboard</h1>)
