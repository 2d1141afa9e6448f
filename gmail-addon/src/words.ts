import { text } from '#shared/i18n/language.ts'

/** What the add-on says for a moment below a card. */
export const TOLD = {
  filed: text('Filed, with all that is attached', '已归档，含全部附件'),
  saved: text('Saved', '已保存'),
  /** With what is there now, and what was typed kept in the form. */
  conflict: text(
    'A colleague was faster. You see what is there now; what you typed is kept.',
    '同事已先一步更新。现在显示的是最新内容，您填写的内容已保留。',
  ),
  gone: text('This is no longer to be done. You see what is there now.', '此操作已不再需要。现在显示的是最新内容。'),
  not_allowed: text('Your post does not allow this.', '您的岗位无权进行此操作。'),
  expired: text('The card was out of date. You see what is there now.', '卡片已过期。现在显示的是最新内容。'),
} as const
