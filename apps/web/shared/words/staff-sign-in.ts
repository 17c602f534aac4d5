/** What the sign-in form of every desk says; each page adds its own title. */
export const staffSignInZh = {
  hall: '大厅',
  username: '账号',
  password: '密码',
  go: '登录',
  going: '正在登录…',
  loading: '正在读取大厅…',
  unreachable: '连接不上服务，请检查网线或网络后重试。',
  again: '重试',
  incomplete: '请填写账号和密码。',
  ended: '这个账号已在别处登录，或登录已失效。请重新登录。',
  elsewhere: '您的账号正在另一个大厅登录，请先在那里退出登录。',
};

export const staffSignInEn: typeof staffSignInZh = {
  hall: 'Hall',
  username: 'User name',
  password: 'Password',
  go: 'Sign in',
  going: 'Signing in…',
  loading: 'Reading halls…',
  unreachable: 'No connection to the service. Check the network, then try again.',
  again: 'Try again',
  incomplete: 'Please enter user name and password.',
  ended: 'This account signed in elsewhere, or was signed out. Please sign in again.',
  elsewhere: 'Your account is signed in at another hall. Please sign out there first.',
};
