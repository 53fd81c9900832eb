import { walkTheLoop } from './the-loop.ts'

walkTheLoop('without JavaScript', { width: 1280, javaScript: false })
