// Words for who people are in a community.
import type { Role } from '@yishi/domain/kernel'
import { dictionary } from './dictionary.ts'

export const roleWords = dictionary<Record<Role, string>>(
  {
    resident: '居民',
    'building-leader': '楼组长',
    'grid-worker': '网格员',
    staff: '居委会',
    branch: '党总支',
    'owners-committee': '业委会',
    property: '物业',
    police: '社区民警',
    counsel: '法律顾问',
    department: '职能部门',
    partner: '共建单位',
    'self-management': '自管会',
    volunteer: '志愿者',
    'repair-worker': '维修师傅',
    'street-office': '街镇',
  },
  {
    resident: 'Resident',
    'building-leader': 'Building leader',
    'grid-worker': 'Grid worker',
    staff: 'Committee staff',
    branch: 'Party branch',
    'owners-committee': 'Owners’ committee',
    property: 'Property company',
    police: 'Police',
    counsel: 'Legal counsel',
    department: 'Department',
    partner: 'Partner',
    'self-management': 'Self-management group',
    volunteer: 'Volunteer',
    'repair-worker': 'Repair worker',
    'street-office': 'Street office',
  },
)
