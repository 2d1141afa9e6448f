import type { Role } from '#shared/trade/user.ts'
import { FIRM_DOMAIN, FIRM_TIMEZONE, type Firm } from './firm.ts'
import { googleSubject } from './google-subject.ts'
import { type Records, record } from './record.ts'

/** Address before the @, name, name shown to buyers, posts, superior, team. */
const STAFF = [
  ['frank.lin', '林志远', 'Frank Lin', ['gm'], null, null],
  ['david.chen', '陈国栋', 'David Chen', ['sales_manager'], 'frank.lin', null],
  ['wendy.li', '李雯', 'Wendy Li', ['sales_rep'], 'david.chen', 'americas'],
  ['mia.zhao', '赵敏', 'Mia Zhao', ['sales_rep'], 'david.chen', 'americas'],
  ['kevin.wang', '王俊', 'Kevin Wang', ['sales_rep'], 'david.chen', 'europe'],
  ['leo.sun', '孙浩', 'Leo Sun', ['sales_rep'], 'david.chen', 'europe'],
  ['helen.he', '何佳', 'Helen He', ['sales_rep'], 'david.chen', 'mea'],
  ['ryan.huang', '黄磊', 'Ryan Huang', ['sales_rep'], 'david.chen', 'apac'],
  ['carol.liu', '刘畅', 'Carol Liu', ['merchandiser'], 'david.chen', null],
  ['dan.deng', '邓超', 'Dan Deng', ['merchandiser'], 'david.chen', null],
  ['ken.zheng', '郑凯', 'Ken Zheng', ['purchaser'], 'frank.lin', null],
  ['victor.he', '何伟', 'Victor He', ['planner'], 'frank.lin', null],
  ['max.ma', '马超', 'Max Ma', ['qc'], 'victor.he', null],
  ['leon.xu', '许亮', 'Leon Xu', ['logistics'], 'frank.lin', null],
  ['cathy.zhou', '周倩', 'Cathy Zhou', ['doc_clerk'], 'leon.xu', null],
  ['jane.wu', '吴静', 'Jane Wu', ['finance'], 'frank.lin', null],
  ['lynn.gao', '高琳', 'Lynn Gao', ['legal'], 'frank.lin', null],
  ['fang.yuan', '方圆', 'Fang Yuan', ['admin', 'dpo'], 'frank.lin', null],
] as const satisfies readonly (readonly [string, string, string, readonly Role[], string | null, TeamKey | null])[]

const TEAMS = {
  europe: ['Europe & CIS', 'kevin.wang'],
  americas: ['Americas', 'wendy.li'],
  mea: ['MEA & South Asia', 'helen.he'],
  apac: ['East Asia & Oceania', 'ryan.huang'],
} as const satisfies Readonly<Record<string, readonly [name: string, leader: string]>>

export type TeamKey = 'europe' | 'americas' | 'mea' | 'apac'
export type StaffKey = (typeof STAFF)[number][0]

/** Whom an issuer's token speaks for. */
export interface Identity {
  readonly issuer: 'local' | 'google'
  readonly subject: string
  readonly userId: string
}

export interface House extends Pick<Records, 'tenant' | 'team' | 'user'> {
  personId(key: StaffKey): string
  teamId(key: TeamKey): string
}

const FOUNDED_DAYS_AGO = 2_400

/** The firm itself, its teams and its people. */
export function houseOf(firm: Firm): House {
  const at = firm.at(firm.day - FOUNDED_DAYS_AGO, 9 * 60)
  const personId = (key: string) => firm.id('user', key, at)
  const teamId = (key: string) => firm.id('team', key, at)
  const by = personId('fang.yuan')

  return {
    personId,
    teamId,
    tenant: [
      record(
        'tenant',
        { id: firm.id('tenant', 'firm', at), at, by },
        {
          name: '深圳蓝鲸户外用品有限公司',
          name_en: 'Shenzhen Bluewhale Outdoor Products Co., Ltd.',
          domains: [FIRM_DOMAIN],
          base_currency: 'CNY',
          timezone: FIRM_TIMEZONE,
          locale: 'zh-CN',
          fallback_user_id: personId('frank.lin'),
        },
      ),
    ],
    team: Object.entries(TEAMS).map(([key, [name, leader]]) =>
      record('team', { id: teamId(key), at, by }, { key, name, leader_id: personId(leader) }),
    ),
    user: STAFF.map(([key, name, alias, roles, manager, team]) =>
      record(
        'user',
        { id: personId(key), at, by },
        {
          email: addressOf(key),
          display_name: name,
          alias,
          roles,
          manager_id: manager && personId(manager),
          team_id: team && teamId(team),
          timezone: FIRM_TIMEZONE,
          locale: 'zh-CN',
          status: 'active',
        },
      ),
    ),
  }
}

export const addressOf = (key: StaffKey): string => `${key}@${FIRM_DOMAIN}`

/** Where everybody's mail comes in. */
export const staffAddresses = (): string[] => STAFF.map(([key]) => addressOf(key))

/** The name a member of staff shows to buyers. */
export const aliasOf = (key: StaffKey): string => STAFF.find(([one]) => one === key)?.[2] ?? key

/** The merchandiser who follows the orders of a team's customers. */
export const followerOf = (team: TeamKey): StaffKey =>
  team === 'americas' || team === 'mea' ? 'carol.liu' : 'dan.deng'

/** The sales people of a team. */
export function repsOf(team: TeamKey): StaffKey[] {
  return STAFF.filter(([, , , , , of]) => of === team).map(([key]) => key)
}

/** The team of a sales person; null for the rest of the house. */
export const teamOf = (key: StaffKey): TeamKey | null => STAFF.find(([one]) => one === key)?.[5] ?? null

/** A local identity and one at Google for each person. A second firm in the same database has subjects of its own. */
export function identitiesOf(house: House, tenantKey = ''): Identity[] {
  return house.user.flatMap(({ email, id: userId }) => {
    const subject = tenantKey === '' ? email : `${tenantKey}:${email}`
    return [
      { issuer: 'local', subject, userId },
      { issuer: 'google', subject: googleSubject(subject), userId },
    ]
  })
}
