import { text } from '#shared/i18n/language.ts'

/** What the room of the spreadsheet says itself. */
export const WORDS = {
  sheets: text('Sheets', '表格'),
  grid: text('Cells', '单元格'),
  cell: text('Cell {cell}', '单元格 {cell}'),
  content: text('Content of the cell', '单元格内容'),
  tabs: text('Sheets of this spreadsheet', '工作表'),
  tools: text('Tools', '工具'),
  insertRow: text('Insert row', '插入行'),
  deleteRow: text('Delete row', '删除行'),
  sortUp: text('Sort A→Z', '升序'),
  sortDown: text('Sort Z→A', '降序'),
  undo: text('Undo', '撤销'),
  sidebar: text('Quayside in the sidebar', '侧边栏中的 Quayside'),
  closeSidebar: text('Close the sidebar', '关闭侧边栏'),
} as const
