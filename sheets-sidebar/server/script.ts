/** The script as Google loads it: each of these is a global function there. */
export { onInstall, onOpen, showSidebar } from './menu.ts'
export {
  begin,
  changes,
  glance,
  identityToken,
  keepUnanswered,
  settle,
  show,
  unanswered,
  writePull,
  writeResults,
} from './sheet-calls.ts'
