import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConfigInForce } from '#libs/contracts/config-in-force';
import { BrowserHall } from '../../support/browser-hall.js';
import type { OfficePage } from '../../support/browser-office.js';
import { shows, textOf } from '../../support/browser-text.js';
import type { Client } from '../../support/client.js';

let site: BrowserHall;
let office: OfficePage;
let colleague: Client;
beforeAll(async () => {
  site = await BrowserHall.open();
  await site.hall.hire('colleague', ['hall-administrator']);
  await site.hall.hire('wang', ['clerk']);
  colleague = await site.hall.signIn('colleague', null);
  office = await site.office(['hall-administrator']);
  await office.openTab('规则');
  await part('开放时间');
});
afterAll(() => site.close());

async function part(name: string): Promise<void> {
  await office.page
    .getByRole('navigation', { name: '规则的各部分' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await office.page.getByRole('heading', { name, exact: true }).waitFor();
}
const field = (label: string) => office.page.getByLabel(label, { exact: true });
const bar = () => office.page.getByRole('region', { name: '保存修改' });
const save = () => bar().getByRole('button', { name: '保存', exact: true }).click();
const discard = () => bar().getByRole('button', { name: '放弃修改' }).click();

async function inForce(): Promise<ConfigInForce> {
  const answer = await colleague.rest('GET', '/api/halls/hall/config');
  const told: ConfigInForce = JSON.parse(await answer.text());
  return told;
}

it('changes the share and adds holidays, which are then in force', async () => {
  await part('叫号顺序');
  await field('优先').fill('2');
  await shows(bar(), '有 1 处未保存');
  await part('节假日与调休');
  await office.page
    .locator('[name="import"]')
    .fill('2026-10-01,holiday,国庆节\n2026-13-01,holiday,没有\n2026-10-10,workday,国庆调休,5');
  await office.page.getByRole('button', { name: '读入表格' }).click();
  await shows(office.page, '第 2 行“2026-13-01,holiday,没有”：没有这个日期，请写成 2026-10-01 这样。');
  await shows(bar(), '有 3 处未保存');
  await save();
  await shows(bar(), '已保存并生效，当前版本 2。');
  await shows(office.page, '当前版本 2');
  const { version, document } = await inForce();
  expect([version, document.callOrder.share.priority]).toEqual([2, 2]);
  expect(document.calendar.specialDays).toEqual([
    { day: '2026-10-01', kind: 'holiday', name: '国庆节' },
    { day: '2026-10-10', kind: 'workday', name: '国庆调休', asWeekday: 5 },
  ]);
});

it('says what is wrong beside the part it is in, and sends nothing until it is mended', async () => {
  await part('开放时间');
  const first = office.page.locator('[data-queue="A"]');
  await first.getByLabel('开始时间').fill('13:00');
  await first.getByLabel('结束时间').fill('9:00');
  await first.getByLabel('结束时间').press('Tab');
  await shows(office.page, '业务A，第 1 行，“时间”的结束要晚于开始，请改正。');
  await part('窗口');
  await save();
  await shows(bar(), '保存前请先改正标出的 1 处。');
  await office.page.getByRole('heading', { name: '开放时间' }).waitFor();
  expect(await first.getByLabel('结束时间').inputValue()).toBe('09:00');
  expect((await inForce()).version).toBe(2);
  await discard();
  await shows(bar(), '没有未保存的修改');
  expect(await first.getByLabel('开始时间').inputValue()).toBe('00:00');
});

it('is refused in words a rota that leaves an open queue without a counter, and keeps the draft', async () => {
  await part('午间值守');
  await office.page.getByRole('button', { name: '加一班值守' }).click();
  await office.page.getByLabel('1 号窗口 综合服务').waitFor({ state: 'attached' });
  await save();
  await shows(bar(), '午间值守 12:00–13:30 没有窗口办理仍然开放的“业务A”');
  await shows(bar(), '有 1 处未保存');
  await discard();
});

it('keeps the draft while another page of the office is looked at', async () => {
  await part('过号与当日未办');
  await office.page.locator('[data-queue="B"]').getByLabel('最多重呼').fill('7');
  await office.openTab('值班');
  await office.page.getByRole('heading', { name: '业务队列' }).waitFor();
  await office.openTab('规则');
  await shows(bar(), '有 1 处未保存');
});

it('asks before signing out throws a draft away', async () => {
  await office.openTab('值班');
  await office.page.getByRole('button', { name: '退出登录', exact: true }).click();
  const question = office.page.getByRole('alertdialog');
  await shows(question, '规则有 1 处修改没有保存，退出登录后会丢失。');
  await question.getByRole('button', { name: '返回规则' }).click();
  await shows(bar(), '有 1 处未保存');
  await question.waitFor({ state: 'detached' });
});

it('overwrites no change of a colleague: says so, keeps the draft, and offers to reload', async () => {
  const { version, document } = await inForce();
  const renamed = { ...document, dutyChief: '新值班长' };
  await colleague.do('configure-hall', { document: renamed, basedOn: version });
  await save();
  await shows(bar(), '其他同事刚刚保存了新的规则（版本 3），您的修改没有保存。');
  await part('过号与当日未办');
  expect(await office.page.locator('[data-queue="B"]').getByLabel('最多重呼').inputValue()).toBe('7');
  expect((await inForce()).document.dutyChief).toBe('新值班长');
  await bar().getByRole('button', { name: '重新读取，放弃我的修改' }).click();
  await shows(office.page, '当前版本 3');
  expect(await textOf(bar())).toContain('没有未保存的修改');
  expect(await office.page.locator('[data-queue="B"]').getByLabel('最多重呼').inputValue()).toBe('3');
});

it('closes the hall on a day that is made a holiday', async () => {
  const kiosk = await site.kiosk();
  const queue = kiosk.page.locator('[data-queue="A"]');
  await queue.waitFor();
  expect(await queue.isDisabled()).toBe(false);
  await part('节假日与调休');
  await office.page.getByRole('button', { name: '加一天' }).click();
  await shows(office.page, '第 3 行，“日期”没有选好，请选择一个日期。');
  await field('日期').last().fill('2026-03-02');
  await save();
  await shows(bar(), '已保存并生效，当前版本 4。');
  await expect.poll(() => queue.isDisabled()).toBe(true);
});

it('opens a queue for booking, as the hall’s rules say', async () => {
  await part('预约');
  await office.page.getByRole('button', { name: '开放“业务A”预约' }).click();
  await field('每时段').fill('3');
  await save();
  await shows(bar(), '已保存并生效，当前版本 5。');
  expect((await inForce()).document.appointments).toMatchObject([
    { kind: 'slot', queueId: 'hall-queue-a', slotMinutes: 30, capacity: 3, cancelHours: 2 },
  ]);
  await office.page.getByRole('button', { name: '开放“业务A”延时服务' }).click();
  await office.page.locator('[data-kind="extended"]').getByLabel('队列').selectOption('hall-queue-c');
  const late = office.page.locator('[data-kind="extended"]');
  await late.getByLabel('开始时间').fill('16:00');
  await late.getByLabel('开始时间').blur();
  await save();
  await shows(bar(), '“业务C”延时服务的时间和开放时间或彼此有重叠，请在“预约”中改正。');
  await late.getByLabel('开始时间').fill('17:00');
  await late.getByLabel('开始时间').blur();
  await save();
  await shows(bar(), '已保存并生效，当前版本 6。');
  expect((await inForce()).document.appointments[1]).toMatchObject({
    ...{ kind: 'extended', queueId: 'hall-queue-c' },
    spans: [{ days: [1, 2, 3, 4, 5], from: '17:00', to: '18:30' }],
  });
});

it('decides who says who he is, and from which age a group begins (requirement 20)', async () => {
  await part('身份与预约登记');
  await field('预约时登记').selectOption('required');
  await office.page.getByLabel('限制多次爽约的人预约').check();
  await field('爽约次数').fill('0');
  await shows(office.page, '“爽约次数”不能小于 1。');
  await field('爽约次数').fill('2');
  await field('登记保留').fill('15');
  await part('叫号顺序');
  await office.page.getByRole('button', { name: '加一类人群' }).click();
  await field('名称').fill('老年人');
  expect(await field('年龄').count()).toBe(0);
  await field('怎样核验').selectOption('birth-date');
  await field('年龄').fill('65');
  await save();
  await shows(bar(), '已保存并生效，当前版本 7。');
  const { visitors, callOrder } = (await inForce()).document;
  expect(visitors).toEqual({
    ...{ booking: 'required', oneTicketPerQueue: true, keepDays: 15, noShows: { limit: 2, days: 30 } },
  });
  expect(callOrder.groups).toMatchObject([{ name: '老年人', evidence: 'birth-date', fromAge: 65 }]);
});

it('tells what each clerk serves, and warns of a queue that nobody would', async () => {
  await part('人员技能');
  const row = office.page.locator('[data-person="员工wang"]');
  await shows(row, '全部可办');
  await row.getByLabel('C 业务C').uncheck();
  await shows(office.page, '“C 业务C”没有人可以办理，取了号也没有窗口会叫。');
  for (const name of ['A 业务A', 'B 业务B']) await row.getByLabel(name).uncheck();
  await shows(office.page, '员工wang，“可办的队列”至少要有 1 个，请再加。');
  for (const name of ['A 业务A', 'B 业务B']) await row.getByLabel(name).check();
  await save();
  await shows(bar(), '已保存并生效，当前版本 8。');
  expect((await inForce()).document.skills).toEqual([
    { personId: 'person-wang', queueIds: ['hall-queue-a', 'hall-queue-b'] },
  ]);
  await row.getByRole('button', { name: '改为全部' }).click();
  await save();
  await shows(bar(), '已保存并生效，当前版本 9。');
  expect((await inForce()).document.skills).toEqual([]);
});

it('signs out at once when nothing is unsaved, and on the second word when something is', async () => {
  const other = await site.office(['hall-administrator', 'duty-chief']);
  await other.openTab('规则');
  await other.page.getByRole('navigation', { name: '规则的各部分' }).getByText('叫号顺序').click();
  await other.page.getByLabel('优先', { exact: true }).fill('5');
  await other.page.getByRole('button', { name: '退出登录', exact: true }).click();
  await other.page.getByRole('button', { name: '不保存，退出登录' }).click();
  await other.page.locator('[name="username"]').waitFor();
  expect((await inForce()).document.callOrder.share.priority).toBe(2);
  const calm = await site.office(['duty-chief', 'hall-administrator']);
  await calm.page.getByRole('button', { name: '退出登录', exact: true }).click();
  await calm.page.locator('[name="username"]').waitFor();
});

it('is offered to the administrator of the hall only, and tells its rules to nobody else', async () => {
  await site.hall.hire('chief', ['duty-chief']);
  const chief = await site.hall.signIn('chief', null);
  expect((await chief.rest('GET', '/api/halls/hall/config')).status).toBe(403);
});
