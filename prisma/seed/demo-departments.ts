import type { EnquiryPolicy } from '#libs/enquiries/enquiry-policy';

/** Offices of the invented county that people are often sent to (requirements 29, 30). */
const DEPARTMENTS: readonly (readonly [name: string, nameEn: string, place: string, person: string])[] = [
  ['住房和城乡建设局', 'Housing and Construction', '示例县建设路 12 号 3 楼 305', '房产科 马科长'],
  ['人力资源和社会保障局', 'Human Resources and Social Security', '示例县人民路 8 号 2 楼', '社保科 冯老师'],
  ['交通运输局', 'Transport', '示例县交通路 3 号 1 楼大厅', '运管科 丁老师'],
  ['教育局', 'Education', '示例县学府路 1 号 4 楼 402', '基教科 秦老师'],
];

export const demoEnquiries: EnquiryPolicy = {
  replyMinutes: 480,
  departments: DEPARTMENTS.map(([name, nameEn, place, person], index) => ({
    ...{ id: `department-${index + 1}`, name, nameEn, place, person },
    phone: `0000-1240${index + 1}`,
  })),
};
