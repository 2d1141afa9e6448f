import { TRILHA_BALANCE_MAIL, TRILHA_BL_MAIL } from '../planted/trilha-timeline.ts'
import type { Party } from './mime.ts'
import { type Book, type Draft, staff } from './thread.ts'

const THIAGO: Party = ['Thiago Nunes - Trilha Sul', 'thiago.nunes@trilhasul.example']
const FINANCEIRO: Party = ['Financeiro Trilha Sul', 'financeiro@trilhasul.example']
const SAO_PAULO = 'America/Sao_Paulo'

/** Trilha Sul: the B/L copy, the balance that does not come, and the deposit of the next order. */
export function brazil({ no }: Book): Draft[] {
  const overdue = no('trilha-sul/overdue')
  return [
    {
      id: 'trilha-sul-bl-copy',
      folder: 'sent',
      ago: 29,
      minute: 17 * 60 + 5,
      from: staff('mia.zhao'),
      to: [FINANCEIRO],
      cc: [THIAGO],
      subject: `${overdue}: B/L copy, invoice and packing list`,
      messageId: TRILHA_BL_MAIL,
      text: `Dear Renata, dear Thiago,

the container for ${overdue} was loaded today. Please find the packing list attached; invoice and B/L copy follow from our documents team in a separate mail.

Balance: USD 18,400.00, due within 7 days after the B/L copy. As agreed the original B/L stays with us until the balance has arrived, then we release it by telex.

Freight is to be paid in Santos. Please let me know if your broker needs any change in the description before the documents go out.

Best regards,
Mia Zhao
Bluewhale Outdoor Products
`,
      attachment: {
        name: `packing-list-${overdue}.csv`,
        type: 'text/csv; charset="utf-8"',
        text: 'item,description,cartons,pcs,gross_kg\nBW-L800,LED camping lantern 800 lm,113,1356,1017.0\nBW-C600,Folding camp chair 600D,179,716,2058.5\nBW-V750,Vacuum flask 750 ml,94,2256,1184.4\n',
      },
    },
    {
      id: 'trilha-sul-cambio',
      ago: 11,
      minute: 10 * 60 + 5,
      timezone: SAO_PAULO,
      from: FINANCEIRO,
      to: [staff('mia.zhao')],
      cc: [THIAGO],
      subject: `Re: ${overdue}: saldo`,
      messageId: TRILHA_BALANCE_MAIL,
      references: [TRILHA_BL_MAIL],
      text: `Bom dia Mia,

desculpe a demora. O contrato de câmbio está com o banco desde segunda-feira, faltava a assinatura de um dos sócios.

Previsão de pagamento do saldo de USD 18.400,00: 16/10. Envio o swift assim que sair.

Atenciosamente,

Renata Prado Lopes
Financeiro
Trilha Sul Comércio Ltda.
`,
    },
    {
      // It came in the night.
      id: 'trilha-sul-saldo',
      unfiled: true,
      ago: 1,
      minute: 17 * 60 + 48,
      timezone: SAO_PAULO,
      from: THIAGO,
      to: [staff('mia.zhao')],
      cc: [FINANCEIRO],
      subject: `Re: ${overdue}: saldo`,
      messageId: '<CAKx8f1019trilha@mail.trilhasul.example>',
      references: [TRILHA_BL_MAIL, TRILHA_BALANCE_MAIL],
      text: `Oi Mia, tudo bem?

Falei agora com a Renata: o banco devolveu o contrato de câmbio por causa do CNPJ da filial e vão liquidar na quarta-feira, dia 21. Sei que já passou do prazo.

O navio chega em Santos dia 29. Conseguem liberar o BL por telex já nesta semana, com o swift na mão? Se passar do free time pagamos armazenagem, e isso come a margem toda.

E o ${no('trilha-sul/production')}, está no prazo? Preciso da carga em Santos antes de 10/12.

Abraço,
Thiago

Em sex., 9 de out. de 2026 às 10:05, Financeiro Trilha Sul <financeiro@trilhasul.example> escreveu:
> Previsão de pagamento do saldo de USD 18.400,00: 16/10. Envio o swift assim que sair.
`,
    },
    {
      id: 'trilha-sul-sinal',
      ago: 1,
      minute: 11 * 60 + 20,
      timezone: SAO_PAULO,
      from: FINANCEIRO,
      to: [staff('mia.zhao')],
      subject: `Sinal ${no('trilha-sul/deposit')} / pedido TS-090/26`,
      messageId: '<CAKx8f1019fin@mail.trilhasul.example>',
      text: `Bom dia Mia,

recebemos a proforma do ${no('trilha-sul/deposit')}. O sinal de 30% está programado para quinta-feira, dia 22.

Os dados bancários são os mesmos dos pedidos anteriores, correto? Depois daquele e-mail falso do começo do mês só pagamos com confirmação por telefone, então te ligo antes.

Atenciosamente,
Renata
`,
    },
  ]
}
