import { compileMessages } from './build.mjs'

console.log(`messages … ${await compileMessages()}`)
