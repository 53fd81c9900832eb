import fs from 'node:fs'

import { dataMap } from '#app/domain/disclosure/data-map.ts'
import { inRoot } from './paths.mjs'

fs.writeFileSync(inRoot('docs', 'privacy', 'data-map.md'), dataMap())
