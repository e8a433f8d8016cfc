// Proxies in writing (书面委托): how many owners one person may stand for, and who may not. Dated data, for local rules differ (RULES R1.13).
import type { LocalDate } from '../calendar/index.ts'
import type { Role } from '../kernel/index.ts'

export type ProxyRule = {
  readonly jurisdiction: string
  /** Units of one poll that one person may sign for. */
  readonly most: number
  /** Whoever works for the property company has an interest of their own (舟山 17). */
  readonly barred: readonly Role[]
  readonly effectiveFrom: LocalDate
  readonly source: { readonly zh: string; readonly en: string }
}

/** No national number: the strictest that is known stands for every place without one of its own. */
export const PROXY_RULES: readonly ProxyRule[] = [
  {
    jurisdiction: 'CN',
    most: 3,
    barred: ['property', 'repair-worker'],
    effectiveFrom: '2021-01-01',
    source: {
      zh: '潍坊第三十二条、舟山第十七条（两地物业管理地方规定；无全国规定，从严）',
      en: 'Weifang 32, Zhoushan 17 (no national rule; the strictest)',
    },
  },
]

export const proxyRuleFor = (jurisdiction: string): ProxyRule =>
  PROXY_RULES.find((rule) => rule.jurisdiction === jurisdiction) ?? PROXY_RULES[0]!
