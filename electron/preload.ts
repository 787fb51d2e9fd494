import { contextBridge } from 'electron'

contextBridge.exposeInMainWorld('journeyboard', { shell: 'electron' })
