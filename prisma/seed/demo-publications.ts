import type { SetUp } from '../../apps/server/src/halls/set-up.js';
import { dayAfter } from '#libs/calendar/business-day';
import type { LicenceDecision, PublicationDocument } from '#libs/publication/document';
import { screen } from '#libs/publication/screening';
import { COUNTY, demoPeople } from './demo-people.js';

const licence = (today: string, change: Partial<LicenceDecision>): LicenceDecision => ({
  kind: 'licence-decision',
  ...{
    documentNumber: '示食许〔2026〕0117 号',
    projectName: '食品经营许可',
    category: '普通',
    areaCode: '999901',
  },
  ...{ content: '热食类食品制售', subjectName: '示例县东街餐饮有限公司', codeKind: 'credit' },
  ...{ subjectCode: '91999901MA0DEM0XA7', validFrom: today, validUntil: '2031-12-31' },
  ...{ authority: '示例县市场监督管理局', licenceState: 'normal', decidedOn: dayAfter(today, -3) },
  ...change,
});

/** Invented publications, and how far each has come: the number of steps after the draft. */
const publications = (today: string): { document: PublicationDocument; steps: number }[] => [
  { document: licence(today, {}), steps: 4 },
  {
    steps: 4,
    document: licence(today, {
      ...{
        documentNumber: '示交许〔2026〕0042 号',
        projectName: '道路货物运输经营',
        authority: '示例县交通运输局',
      },
      ...{ subjectName: '封三娘', codeKind: 'none', subjectCode: '', content: '普通货运' },
    }),
  },
  {
    steps: 4,
    document: {
      kind: 'notice',
      title: '不动产登记窗口延时服务',
      text: '本月每周三延时到 19:00，可在手机上预约。',
      shownUntil: '',
    },
  },
  {
    steps: 2,
    document: {
      kind: 'result',
      title: '上月差评整改结果',
      text: '3 件差评已全部回访并整改完毕。联系人：高原，13800001234。',
      shownUntil: '',
    },
  },
  {
    steps: 1,
    document: licence(today, {
      ...{
        documentNumber: '示建许〔2026〕0009 号',
        projectName: '建筑工程施工许可',
        decidedOn: dayAfter(today, -16),
      },
      ...{ authority: '示例县住房和城乡建设局', content: '东街片区改造一期', category: '普通' },
    }),
  },
  {
    steps: 0,
    document: { kind: 'policy', title: '换领身份证要带什么？', text: '', shownUntil: '' },
  },
];

const staff = (username: string) => {
  const place = demoPeople.findIndex((person) => person.username === username);
  return { personId: `person-${place + 1}`, roles: demoPeople[place]?.roles[COUNTY] ?? [] };
};

/** Each is put down by the commands its people would give. */
export async function seedPublications(setUp: SetUp): Promise<void> {
  const [owner, reviewer, approver] = [staff('zhang.min'), staff('song.tao'), staff('luo.ying')];
  const ruled = { decision: 'pass' };
  for (const { document, steps } of publications(setUp.today('Asia/Shanghai'))) {
    const drafted = await setUp.asStaff(COUNTY, owner, 'draft-publication', { document });
    const one = { publicationId: drafted['publicationId'] };
    const rulings = screen(document).map(({ key }) => ({ key, ruling: 'masked' }));
    const road = [
      [owner, 'submit-publication', one],
      [reviewer, 'review-publication', { ...one, ruled }],
      [approver, 'approve-publication', { ...one, ruled, rulings }],
      [owner, 'publish-publication', one],
    ] as const;
    for (const [person, name, body] of road.slice(0, steps)) await setUp.asStaff(COUNTY, person, name, body);
  }
}
