import { builtinRules } from 'eslint/use-at-your-own-risk'

/** oxlint has no rule of its own that forbids syntax by selector: ESLint's does the same work here. */
const houseRules = {
  meta: { name: 'house' },
  rules: { 'no-restricted-syntax': builtinRules.get('no-restricted-syntax') },
}

export default houseRules
