import { walkTheLoop } from './the-loop.ts'

walkTheLoop('on a desktop', { width: 1280, javaScript: true })
