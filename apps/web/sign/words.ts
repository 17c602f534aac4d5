export const signZh = {
  sign: {
    counterWord: '号窗口',
    staffNumber: '工号',
    says: {
      calling: '请到本窗口办理',
      serving: '正在办理',
      free: '请按叫号顺序办理',
      paused: '请稍候，或到其他窗口办理',
      closed: '请到其他开放的窗口办理',
    },
    big: {
      free: '空闲',
      paused: '暂停服务',
      closed: '窗口关闭',
    },
  },
};

export const signEn: typeof signZh = {
  sign: {
    counterWord: 'Counter',
    staffNumber: 'Staff no.',
    says: {
      calling: 'Please come to this counter',
      serving: 'Being served',
      free: 'Visitors are called in turn',
      paused: 'Please wait, or go to another counter',
      closed: 'Please go to another counter',
    },
    big: {
      free: 'Available',
      paused: 'Paused',
      closed: 'Closed',
    },
  },
};
