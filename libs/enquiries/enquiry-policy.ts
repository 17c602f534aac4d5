/** 承办部门 (requirements 29, 30): where it is, who answers there, and the telephone. */
export interface Department {
  id: string;
  name: string;
  nameEn: string;
  place: string;
  person: string;
  phone: string;
}

export interface EnquiryPolicy {
  /** An enquiry that is not answered at once is due after this long, where nobody says otherwise (requirement 34). */
  replyMinutes: number;
  departments: Department[];
}

export const PLAIN_ENQUIRIES: EnquiryPolicy = { replyMinutes: 480, departments: [] };
