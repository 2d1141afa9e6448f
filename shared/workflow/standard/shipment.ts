import { text } from '#shared/i18n/language.ts'
import { NOT_HELD } from './not-held.ts'
import { wayOf } from './way-of.ts'

const DOCKS = ['logistics', 'doc_clerk', 'merchandiser', 'owner', 'manager']

/** Where a shipment may be when its documents go out. */
const SAILED = ['on_board', 'in_transit', 'arrived', 'delivered']

/** What the bank hands out against payment or acceptance is sent before anything is paid (domain 2.2.10). */
const COLLECTED = "['docs_presented', 'docs_accepted']"

/** The way of a shipment, from booking to delivery (domain 2.2.10). The date of its B/L starts the clocks of payments. */
export const shipmentWay = wayOf('shipment', {
  start: 'planned',
  ends: ['closed', 'cancelled'],
  edges: [
    {
      key: 'request',
      from: ['planned'],
      to: 'booking_requested',
      label: text('Ask for a booking', '订舱申请'),
      who: DOCKS,
      form: ['pol', 'pod', 'etd'],
    },
    {
      key: 'book',
      from: ['planned', 'booking_requested', 'rolled'],
      to: 'booked',
      label: text('Booked', '已订舱'),
      who: DOCKS,
      form: ['booking_no', 'vessel', 'voyage', 'etd', 'eta'],
      requires: ['booking_no', 'etd'],
    },
    {
      key: 'prepare',
      from: ['booked'],
      to: 'docs_preparing',
      label: text('Prepare the documents', '制单'),
      who: DOCKS,
    },
    {
      key: 'load',
      from: ['booked', 'docs_preparing'],
      to: 'loaded',
      label: text('Loaded', '已装柜'),
      who: [...DOCKS, 'qc'],
      guard: [
        {
          expr: "count(installment where guards = 'loading' and open > 0) = 0",
          message: text('Payment {open_loading} not received yet.', '款项 {open_loading} 尚未到账。'),
        },
        NOT_HELD,
      ],
    },
    {
      key: 'declare',
      from: ['loaded'],
      to: 'customs_declared',
      label: text('Declared at customs', '已报关'),
      who: DOCKS,
      form: ['declaration_no'],
      requires: ['declaration_no'],
    },
    {
      key: 'clear',
      from: ['customs_declared', 'customs_inspection'],
      to: 'customs_released',
      label: text('Released by customs', '海关放行'),
      who: DOCKS,
    },
    {
      key: 'inspect',
      from: ['customs_declared'],
      to: 'customs_inspection',
      label: text('Customs inspect', '海关查验'),
      who: DOCKS,
    },
    {
      key: 'sail',
      from: ['customs_released'],
      to: 'on_board',
      label: text('On board', '已装船'),
      who: DOCKS,
      form: ['bl_no', 'bl_date', 'atd', 'eta'],
      requires: ['bl_no', 'bl_date'],
      effects: [{ do: 'shipped' }],
    },
    {
      // Most are rolled when the container is at the port already. It is booked anew, and goes through the same once more.
      key: 'roll',
      from: ['booked', 'docs_preparing', 'loaded', 'customs_declared', 'customs_inspection', 'customs_released'],
      to: 'rolled',
      label: text('Rolled to a later vessel', '甩柜'),
      who: DOCKS,
    },
    { key: 'depart', from: ['on_board'], to: 'in_transit', label: text('At sea', '在途'), who: DOCKS },
    {
      key: 'arrive',
      from: ['on_board', 'in_transit'],
      to: 'arrived',
      label: text('Arrived', '已到港'),
      who: DOCKS,
      form: ['ata'],
      requires: ['ata'],
      effects: [{ do: 'arrived' }],
    },
    {
      key: 'deliver',
      from: ['arrived'],
      to: 'delivered',
      label: text('Delivered', '已送达'),
      who: DOCKS,
      effects: [{ do: 'delivered' }],
    },
    {
      key: 'close',
      from: ['delivered'],
      to: 'closed',
      label: text('Close', '结案'),
      who: DOCKS,
      // From a closed one nobody says any more when the bank had the documents, and what it collects would never be due.
      guard: [
        {
          expr: 'to_present = false',
          message: text(
            'The documents are still to be sent to the bank: what it collects is due by them.',
            '单证尚未交银行，托收款项无法起算。',
          ),
        },
        {
          expr: 'to_accept = false',
          message: text(
            'When the buyer accepted the draft has not been noted: what is owed is due by it.',
            '尚未登记承兑日期，承兑款项无法起算。',
          ),
        },
      ],
    },
    // The papers go their own way: wherever the goods are, they stay there.
    ...SAILED.map((state) => ({
      key: `send_docs-${state}`,
      from: [state],
      to: state,
      label: text('Documents sent', '单证已寄出'),
      who: ['doc_clerk', 'finance', 'manager'],
      form: ['bl_type'],
      guard: [
        {
          expr: `count(installment where guards = 'bl_release' and anchor not in ${COLLECTED} and open > 0) = 0`,
          message: text('Payment {open_release} not received yet.', '款项 {open_release} 尚未到账。'),
        },
        {
          expr: 'docs_sent_at empty',
          message: text('The documents have been sent already.', '单证已经寄出。'),
        },
      ],
      effects: [
        { do: 'set' as const, field: 'docs_sent_at', to: 'now()' },
        {
          do: 'set' as const,
          field: 'release_status',
          to: "if(bl_type = 'original', 'originals_sent', if(bl_type = 'telex', 'surrendered', 'released'))",
        },
      ],
    })),
    ...SAILED.map((state) => ({
      key: `accept_docs-${state}`,
      from: [state],
      to: state,
      label: text('The buyer accepted the draft', '客户已承兑'),
      who: ['finance', 'doc_clerk', 'merchandiser', 'manager'],
      form: ['docs_accepted_on'],
      requires: ['docs_accepted_on'],
      guard: [
        {
          expr: 'to_accept = true',
          message: text(
            'No draft waits for acceptance: nothing is due by it, or the documents have not been sent.',
            '没有待承兑的款项，或单证尚未寄出。',
          ),
        },
        {
          expr: 'docs_accepted_on empty or docs_accepted_on <= today()',
          message: text('That day has not come yet.', '该日期尚未到来。'),
        },
      ],
    })),
    {
      key: 'cancel',
      from: ['planned', 'booking_requested', 'booked', 'rolled', 'docs_preparing'],
      to: 'cancelled',
      label: text('Cancel the shipment', '取消出运'),
      who: ['logistics', 'manager'],
    },
  ],
})
