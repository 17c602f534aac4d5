/** What screens show of a person: enough for the person to know it, too little for others to learn it. */

/** 张三丰 → 张**. */
export const maskedName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.max(1, rest.length));
};

/** 330102199003078512 → 330***********8512. */
export const maskedNumber = (number: string): string => masked(number, 3, 4);

/** 13800001234 → 138****1234. */
export const maskedPhone = (phone: string): string => masked(phone, 3, 4);

/** 示例县人民路12号 → 示例县****: the district, not the door. */
export const maskedAddress = (address: string): string => `${[...address].slice(0, 3).join('')}****`;

function masked(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail);
}
