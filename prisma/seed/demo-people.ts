import type { Role } from '#libs/hall/actor';

export const COUNTY = 'hall-county';
export const TOWN = 'hall-town';

export interface DemoPerson {
  username: string;
  name: string;
  roles: Readonly<Record<string, readonly Role[]>>;
}

const clerk = { [COUNTY]: ['clerk'] } as const;

/** Sixteen invented people. */
export const demoPeople: readonly DemoPerson[] = [
  { username: 'zhang.min', name: '张敏', roles: clerk },
  { username: 'li.qiang', name: '李强', roles: clerk },
  { username: 'wang.fang', name: '王芳', roles: clerk },
  { username: 'zhao.lei', name: '赵磊', roles: clerk },
  { username: 'chen.jing', name: '陈静', roles: clerk },
  { username: 'liu.yang', name: '刘洋', roles: clerk },
  { username: 'yang.xue', name: '杨雪', roles: clerk },
  { username: 'zhou.jie', name: '周杰', roles: clerk },
  { username: 'wu.dan', name: '吴丹', roles: clerk },
  { username: 'xu.bo', name: '徐波', roles: { [TOWN]: ['clerk'] } },
  { username: 'sun.li', name: '孙丽', roles: { [COUNTY]: ['guide'] } },
  { username: 'lin.jing', name: '林静', roles: { [COUNTY]: ['duty-chief'] } },
  { username: 'he.ping', name: '何平', roles: { [TOWN]: ['duty-chief', 'hall-administrator'] } },
  { username: 'gao.yuan', name: '高原', roles: { [COUNTY]: ['supervisor'], [TOWN]: ['supervisor'] } },
  { username: 'luo.ying', name: '罗颖', roles: { [COUNTY]: ['hall-administrator', 'approver'] } },
  { username: 'song.tao', name: '宋涛', roles: { [COUNTY]: ['information-administrator', 'reviewer'] } },
];
