import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { RANK } from './customer-rank.ts'
import { INCOTERMS } from './incoterm.ts'

/** A buying company (UBL Party). */
export const customer = {
  name: 'customer',
  plural: 'customers',
  label: text('Customer', '客户'),
  title: 'name',
  writable: true,
  belongs: { to: ['owner_id', 'co_owner_ids'], team: 'team_id' },
  fields: {
    doc_no: {
      kind: 'text',
      max: 40,
      required: true,
      fixed: true,
      numbered: 'C',
      label: text('Number', '编号'),
      aliases: ['客户编号'],
    },
    name: {
      kind: 'text',
      max: 200,
      required: true,
      sheet: true,
      label: text('Name', '名称'),
      aliases: ['客户名称', '公司名称'],
    },
    short_name: { kind: 'text', max: 80, sheet: true, label: text('Short name', '简称'), aliases: ['公司简称'] },
    /** Found again under another spelling: see `normalisedName`. */
    name_norm: { kind: 'text', max: 200, computed: true, label: text('Name for comparison', '归一化名称') },
    domains: {
      kind: 'texts',
      of: 'domain',
      max: 20,
      label: text('Mail and web domains', '域名'),
      aliases: ['网址', 'homepage'],
    },
    country: { kind: 'country', required: true, sheet: true, label: text('Country', '国家'), aliases: ['国家地区'] },
    city: { kind: 'text', max: 80, sheet: true, label: text('City', '城市') },
    /** Where letters go, in one line or several. */
    address: { kind: 'text', max: 300, sheet: true, label: text('Postal address', '地址') },
    timezone: { kind: 'timezone', required: true, label: text('Time zone', '时区'), aliases: ['时区'] },
    language: { kind: 'language', label: text('Language of letters', '沟通语言') },
    type: {
      kind: 'choice',
      sheet: true,
      label: text('Kind of business', '客户类型'),
      choices: {
        importer: text('Importer', '进口商'),
        wholesaler: text('Wholesaler', '批发商'),
        distributor: text('Distributor', '分销商'),
        retailer: text('Retailer', '零售商'),
        agent: text('Agent', '代理商'),
        trader: text('Trader', '贸易商'),
        brand: text('Brand', '品牌商'),
        contractor: text('Contractor', '工程商'),
        ecommerce: text('Online shop', '电商'),
        end_user: text('End user', '终端用户'),
        other: text('Other', '其他'),
      },
    },
    industry: { kind: 'text', max: 120, label: text('Industry', '行业') },
    potential: {
      kind: 'choice',
      label: text('Potential', '潜力'),
      choices: {
        unknown: text('Unknown', '未知'),
        low: text('Low', '低'),
        medium: text('Medium', '中'),
        high: text('High', '高'),
      },
    },
    owner_id: { kind: 'reference', to: 'user', label: text('Owner', '负责人'), aliases: ['跟进人'] },
    /** Colleagues who share the customer: given by its owner or their superior, never sent. */
    co_owner_ids: { kind: 'texts', of: 'user', max: 20, computed: true, label: text('Shared with', '共同负责人') },
    team_id: { kind: 'reference', to: 'team', label: text('Team', '团队') },
    lifecycle: {
      kind: 'choice',
      required: true,
      initial: 'prospect',
      label: text('Lifecycle', '生命周期'),
      choices: {
        prospect: text('Prospect', '潜在客户'),
        active: text('Active', '活跃'),
        dormant: text('Dormant', '休眠'),
        lost: text('Lost', '流失'),
        blacklisted: text('Blacklisted', '黑名单'),
      },
    },
    ...RANK,
    default_incoterm: { kind: 'choice', choices: INCOTERMS, label: text('Usual Incoterm', '常用贸易术语') },
    default_place: { kind: 'text', max: 80, label: text('Usual named place', '常用交货地点') },
    default_currency: { kind: 'currency', label: text('Usual currency', '常用币种') },
    payment_term: { kind: 'text', max: 80, label: text('Usual payment term', '常用付款方式') },
    /** Up to how much they may owe, set by finance (domain 1.3); without one nothing is delivered before it is paid. */
    credit_currency: {
      kind: 'currency',
      access: 'sales',
      computed: true,
      label: text('Currency of the limit', '额度币种'),
    },
    credit_limit: {
      kind: 'money',
      currency: 'credit_currency',
      min: 0,
      access: 'sales',
      computed: true,
      label: text('Credit limit', '信用额度'),
    },
    /** It counts through this day; without one, until it is changed. */
    credit_until: { kind: 'date', access: 'sales', computed: true, label: text('Limit until', '额度有效期至') },
    remark: { kind: 'text', max: 2000, lines: true, label: text('Remark', '备注') },
  },
  indexes: {
    customers_by_doc_no: { on: ['doc_no'], unique: true },
    customers_by_name_norm: { on: ['name_norm', 'country'] },
    customers_by_owner: { on: ['owner_id'] },
  },
} as const satisfies RecordType
