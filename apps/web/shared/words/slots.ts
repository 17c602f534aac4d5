/** Days and times to be booked. */
export const slotsZh = {
  loading: '正在查询…',
  day: '哪一天',
  time: '什么时间',
  none: '这一天没有可约的时段，请选择其他日期。',
  full: '约满',
  left: '余 {count}',
  closed: '无时段',
  extended: '延时服务',
};

export const slotsEn: typeof slotsZh = {
  loading: 'Looking…',
  day: 'Which day',
  time: 'What time',
  none: 'No times can be booked on this day. Please choose another.',
  full: 'Full',
  left: '{count} left',
  closed: 'None',
  extended: 'Late hours',
};
