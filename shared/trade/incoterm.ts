import { text } from '#shared/i18n/language.ts'

/** Incoterms 2020 (ICC publication 723E): code and name. A term means nothing without its named place. */
export const INCOTERMS = {
  EXW: text('EXW Ex Works', 'EXW 工厂交货'),
  FCA: text('FCA Free Carrier', 'FCA 货交承运人'),
  FAS: text('FAS Free Alongside Ship', 'FAS 船边交货'),
  FOB: text('FOB Free On Board', 'FOB 船上交货'),
  CFR: text('CFR Cost and Freight', 'CFR 成本加运费'),
  CIF: text('CIF Cost, Insurance and Freight', 'CIF 成本、保险费加运费'),
  CPT: text('CPT Carriage Paid To', 'CPT 运费付至'),
  CIP: text('CIP Carriage and Insurance Paid To', 'CIP 运费和保险费付至'),
  DAP: text('DAP Delivered At Place', 'DAP 目的地交货'),
  DPU: text('DPU Delivered at Place Unloaded', 'DPU 目的地卸货后交货'),
  DDP: text('DDP Delivered Duty Paid', 'DDP 完税后交货'),
} as const
