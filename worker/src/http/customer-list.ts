import type { Host } from '#shared/api.ts'
import type { ListPage } from '#shared/customer/list-page.ts'
import { listPanel } from '#shared/panel/list-panel.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { customerList, readCustomerList } from '../store/customer-list.ts'
import type { AppContext } from './app-types.ts'
import { viewOf } from './panel-answer.ts'
import { HttpProblem } from './problem.ts'

/** The panel of a customer's list. Somebody else's customer is as if there were none. */
export async function customerListPanel(
  context: AppContext,
  customerId: string,
  page: ListPage,
  host: Host,
): Promise<Panel> {
  const { person, database } = context.var
  const list = readCustomerList(await database.batch(customerList(person, customerId, page)), person, page)
  const panel = list && listPanel(list, { ...viewOf(context, host), offers: () => [] })
  if (!panel) throw new HttpProblem('not_found')
  return panel
}
