/** Both languages stand on the pad at once: a visitor who rates should not have to look for a switch first. */
export const wordsZh = {
  rest: {
    counter: '号窗口',
    closed: '暂无人员在岗',
    wait: '办理结束后，请您在这里评价',
  },
  staffNumber: '工号 {number}',
  lit: {
    ask: '请对本次服务评价',
    ticket: '您的号码 {number}',
    left: '剩余 {seconds} 秒',
    decline: '暂不评价',
    sending: '正在提交…',
  },
  reasons: {
    ask: '您可以补充原因',
    optional: '可多选，也可不选',
    words: '其他想说的话（可不填）',
    count: '{count} / 500',
    skip: '跳过',
    submit: '提交',
  },
  thanks: { rated: '感谢您的评价', came: '感谢您的到来', wish: '祝您一切顺利' },
};

export const wordsEn: typeof wordsZh = {
  rest: { counter: 'Counter', closed: 'Nobody is on duty', wait: 'Please rate our service here afterwards' },
  staffNumber: 'No. {number}',
  lit: {
    ask: 'How was our service?',
    ticket: 'Your number {number}',
    left: '{seconds} s left',
    decline: 'Not now',
    sending: 'Sending…',
  },
  reasons: {
    ask: 'You may tell us why',
    optional: 'Choose any, or none',
    words: 'Anything else (optional)',
    count: '{count} / 500',
    skip: 'Skip',
    submit: 'Submit',
  },
  thanks: { rated: 'Thank you for rating', came: 'Thank you for coming', wish: 'We wish you well' },
};
