import type { Worded } from './contradiction.js';

/** What contradicts itself in the rules, and where to mend it. */
export const contradictionZh: Readonly<Record<Worded, string>> = {
  'hours-overlap': '“{queue}”的开放时间有重叠，请在“开放时间”中改正。',
  'extended-overlap': '“{queue}”延时服务的时间和开放时间或彼此有重叠，请在“预约”中改正。',
  'quota-overlap': '“{queue}”的分时段限号有重叠，请在“号码与限号”中改正。',
  'special-day-twice': '{day} 在“节假日与调休”中有两行，请删去一行。',
  'rotas-overlap': '“午间值守”的时间有重叠，请改成一班或错开时间。',
  'queue-alone': '午间值守 {time} 没有窗口办理仍然开放的“{queue}”，请加一个办理它的窗口，或改它的开放时间。',
  'person-unknown': '“人员技能”中有人已不在本厅，请删去标出的一行。',
  'queue-in-use': '“{queue}”还有人在等候或办理，现在不能去掉，请等办完后再保存。',
  'counter-in-use': '{counter} 号窗口还有人在岗或办理，现在不能去掉，请等办完后再保存。',
  'slip-no-number': '小票上没有号码，请加一行文字并插入“号码”。',
  'slip-no-reprint': '小票上没有重打标记，请加一行文字并插入“重打标记”，否则分不清两张小票。',
  'slip-field-unknown': '小票第 {row} 行的“{field}”不是小票能打印的内容，请从“插入内容”中选择。',
  'slip-line-long': '小票第 {row} 行在最窄的纸上放不下，这个字号最多 {room} 个汉字，请改短或把字改小。',
  'slip-line-empty': '小票第 {row} 行是空的，请填写或删除。',
};
