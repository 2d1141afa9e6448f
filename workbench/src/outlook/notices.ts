import type { Answering } from './answering.ts'
import type { PageLine } from './page-line.ts'

/** The notes a pane may put above the mail; the page shows them. They last as long as the item is open. */
export function noticesOf(mailId: string, answer: Answering, page: PageLine): Office.NotificationMessages {
  const notices = new Map<string, Office.NotificationMessageDetails>()

  return {
    addAsync: (key: string, notice: Office.NotificationMessageDetails, ...rest: unknown[]) =>
      change(rest, () => notices.set(key, notice)),
    replaceAsync: (key: string, notice: Office.NotificationMessageDetails, ...rest: unknown[]) =>
      change(rest, () => notices.set(key, notice)),
    removeAsync: (key: string, ...rest: unknown[]) => change(rest, () => notices.delete(key)),
    getAllAsync: (...rest: unknown[]) =>
      answer('notificationMessages', rest, () => [...notices].map(([key, notice]) => ({ ...notice, key }))),
  }

  function change(rest: readonly unknown[], make: () => void): void {
    answer('notificationMessages', rest, () => {
      make()
      page.showNotices(
        mailId,
        [...notices.values()].map(({ message }) => message),
      )
    })
  }
}
