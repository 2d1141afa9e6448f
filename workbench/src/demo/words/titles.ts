import type { Contact } from '#shared/trade/index.ts'

type Role = Contact['decision_role']
type Titles = Readonly<Record<Role, string>>

const english: Titles = {
  decision_maker: 'Head of Purchasing',
  influencer: 'Category Manager',
  user: 'Buyer',
  gatekeeper: 'Assistant to the Managing Director',
  finance: 'Accounts Payable',
  logistics: 'Logistics Coordinator',
  unknown: 'Sales Support',
}

/** What is printed on a visiting card, by language; elsewhere the card is in English. */
const TITLES: Readonly<Record<string, Titles>> = {
  de: {
    decision_maker: 'Leiter Einkauf',
    influencer: 'Produktmanagement',
    user: 'Einkauf',
    gatekeeper: 'Assistenz der Geschäftsführung',
    finance: 'Buchhaltung',
    logistics: 'Importabwicklung',
    unknown: 'Vertriebsinnendienst',
  },
  pt: {
    decision_maker: 'Gerente de Importação',
    influencer: 'Gerente de Produto',
    user: 'Comprador',
    gatekeeper: 'Secretária da Diretoria',
    finance: 'Financeiro',
    logistics: 'Comércio Exterior',
    unknown: 'Comercial',
  },
  es: {
    decision_maker: 'Gerente de Compras',
    influencer: 'Jefe de Producto',
    user: 'Comprador',
    gatekeeper: 'Asistente de Dirección',
    finance: 'Cuentas por Pagar',
    logistics: 'Logística de Importación',
    unknown: 'Ventas',
  },
  fr: {
    decision_maker: 'Directeur des achats',
    influencer: 'Chef de produit',
    user: 'Acheteur',
    gatekeeper: 'Assistante de direction',
    finance: 'Comptabilité fournisseurs',
    logistics: 'Transit et douane',
    unknown: 'Service commercial',
  },
  it: {
    decision_maker: 'Responsabile acquisti',
    influencer: 'Product manager',
    user: 'Ufficio acquisti',
    gatekeeper: 'Segreteria di direzione',
    finance: 'Amministrazione',
    logistics: 'Ufficio import',
    unknown: 'Ufficio commerciale',
  },
  pl: {
    decision_maker: 'Kierownik działu zakupów',
    influencer: 'Menedżer produktu',
    user: 'Dział zakupów',
    gatekeeper: 'Asystentka zarządu',
    finance: 'Księgowość',
    logistics: 'Spedycja',
    unknown: 'Dział handlowy',
  },
  ja: {
    decision_maker: '仕入部長',
    influencer: '商品企画',
    user: '仕入担当',
    gatekeeper: '秘書室',
    finance: '経理部',
    logistics: '貿易業務',
    unknown: '営業部',
  },
}

const DEPARTMENTS: Readonly<Record<Role, string>> = {
  decision_maker: 'Purchasing',
  influencer: 'Product management',
  user: 'Purchasing',
  gatekeeper: 'Management',
  finance: 'Finance',
  logistics: 'Logistics',
  unknown: 'Sales',
}

export const titleOf = (role: Role, language: string): string => (TITLES[language.split('-')[0] ?? ''] ?? english)[role]

export const departmentOf = (role: Role): string => DEPARTMENTS[role]
