// The real cases that the project walks, the ones that wait for a later capability, and the list of all of them.
import anju from './cases/anju.json' with { type: 'json' }
import aoyuan from './cases/aoyuan.json' with { type: 'json' }
import baiqiao from './cases/baiqiao.json' with { type: 'json' }
import blockThree from './cases/block-three.json' with { type: 'json' }
import bocuiting from './cases/bocuiting.json' with { type: 'json' }
import changlou from './cases/changlou.json' with { type: 'json' }
import cuixinyuan from './cases/cuixinyuan.json' with { type: 'json' }
import dongshi from './cases/dongshi.json' with { type: 'json' }
import fenghuangcheng from './cases/fenghuangcheng.json' with { type: 'json' }
import gaole from './cases/gaole.json' with { type: 'json' }
import hightech from './cases/hightech.json' with { type: 'json' }
import huangqiao from './cases/huangqiao.json' with { type: 'json' }
import hupan from './cases/hupan.json' with { type: 'json' }
import jiayuan from './cases/jiayuan.json' with { type: 'json' }
import jindi from './cases/jindi.json' with { type: 'json' }
import lantian from './cases/lantian.json' with { type: 'json' }
import luxing from './cases/luxing.json' with { type: 'json' }
import luyin from './cases/luyin.json' with { type: 'json' }
import minyi from './cases/minyi.json' with { type: 'json' }
import pingfuyuan from './cases/pingfuyuan.json' with { type: 'json' }
import renhe from './cases/renhe.json' with { type: 'json' }
import sanxiang from './cases/sanxiang.json' with { type: 'json' }
import thames from './cases/thames.json' with { type: 'json' }
import tingnan from './cases/tingnan.json' with { type: 'json' }
import xiangdong from './cases/xiangdong.json' with { type: 'json' }
import xiangyang from './cases/xiangyang.json' with { type: 'json' }
import xilinta from './cases/xilinta.json' with { type: 'json' }
import xingguang from './cases/xingguang.json' with { type: 'json' }
import xinkai from './cases/xinkai.json' with { type: 'json' }
import xizhu from './cases/xizhu.json' with { type: 'json' }
import yangguang from './cases/yangguang.json' with { type: 'json' }
import zhuanqiao from './cases/zhuanqiao.json' with { type: 'json' }
import zhuqiao from './cases/zhuqiao.json' with { type: 'json' }
import inexpressible from './inexpressible.json' with { type: 'json' }
import knownCases from './known-cases.json' with { type: 'json' }
import type { Inexpressible, Script } from './script.ts'

const SHEETS: readonly unknown[] = [
  anju,
  aoyuan,
  baiqiao,
  blockThree,
  bocuiting,
  changlou,
  cuixinyuan,
  dongshi,
  fenghuangcheng,
  gaole,
  hightech,
  huangqiao,
  hupan,
  jiayuan,
  jindi,
  lantian,
  luxing,
  luyin,
  minyi,
  pingfuyuan,
  renhe,
  sanxiang,
  thames,
  tingnan,
  xiangdong,
  xiangyang,
  xilinta,
  xingguang,
  xinkai,
  xizhu,
  yangguang,
  zhuanqiao,
  zhuqiao,
]

export const SCRIPTS = SHEETS as readonly Script[]

/** Walked by a later capability; each says which. */
export const INEXPRESSIBLE: readonly Inexpressible[] = inexpressible

/** The names of all real cases that were collected; none may be missing from the two lists above. */
export const KNOWN_CASES: readonly string[] = knownCases
