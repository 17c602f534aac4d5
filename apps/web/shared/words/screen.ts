/** What the frame around every screen says: enrolment, connection. */
export const screenZh = {
  connecting: '正在连接，请稍候…',
  noon: '午间值守 {span}：{counters} 号窗口办理业务',
  stale: '画面停留在 {time}，正在重新连接',
  enrolTitle: '请登记这台设备',
  enrolHelp: '请输入管理员提供的登记码。登记码只能使用一次。',
  enrolCode: '登记码',
  enrol: '登记',
  enrolling: '正在登记…',
  otherKind: '这台设备登记为另一种屏幕，请用新的登记码重新登记。',
  unreachable: '暂时连接不上，请检查网络后再试。',
  offline: '暂时没有收到答复，请稍后再试。',
  accident: '系统暂时出了问题，请稍后再试。编号：{incident}',
};

export const screenEn: typeof screenZh = {
  connecting: 'Connecting, one moment please…',
  noon: 'Over noon {span}, counters open: {counters}',
  stale: 'Picture of {time}, reconnecting',
  enrolTitle: 'Please register this device',
  enrolHelp: 'Enter the code the administrator gave you. Each code works once.',
  enrolCode: 'Code',
  enrol: 'Register',
  enrolling: 'Registering…',
  otherKind: 'This device is registered as another kind of screen. Please register it with a new code.',
  unreachable: 'No connection at the moment. Please check the network and try again.',
  offline: 'No answer for now. Please try again shortly.',
  accident: 'Something went wrong on our side. Please try again shortly. Reference: {incident}',
};
