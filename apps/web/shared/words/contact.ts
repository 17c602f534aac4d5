/** Who comes, where a page asks. */
export const contactZh = { name: '姓名', phone: '手机号码', address: '地址（上门服务用）' };

export const contactEn: typeof contactZh = {
  name: 'Name',
  phone: 'Mobile number',
  address: 'Address of the visit',
};
