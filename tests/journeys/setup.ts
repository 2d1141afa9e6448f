import { afterEach } from 'vitest'
import { closePages } from './browser.ts'

// Asked for by each file anew: what a module says of hooks holds for the first file alone that imports it.
afterEach(closePages)
