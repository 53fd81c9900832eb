import { walkTheLoop } from './the-loop.ts'

walkTheLoop('on a telephone', { width: 390, javaScript: true })
