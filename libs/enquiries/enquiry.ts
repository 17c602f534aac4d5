/** 现场, 电话, 网络 (requirement 28). */
export const ENQUIRY_CHANNELS = ['on-site', 'phone', 'online'] as const;
export type EnquiryChannel = (typeof ENQUIRY_CHANNELS)[number];

/** 解答, 受理, 引导, and 告知应联系的单位: an enquiry ends in one of these or not at all (requirements 28, 30). */
export const ENQUIRY_OUTCOMES = ['answered', 'accepted', 'guided', 'redirected'] as const;
export type EnquiryOutcome = (typeof ENQUIRY_OUTCOMES)[number];

/** `replied`: whoever it was handed to has answered; the visitor is still to be told. */
export const ENQUIRY_STATES = ['open', 'handed-over', 'replied', 'closed'] as const;
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

export type EnquiryTarget =
  { kind: 'person'; personId: string } | { kind: 'department'; departmentId: string };

/** What is known of an enquiry without its words, which stand sealed in its row. */
export interface Enquiry {
  readonly id: string;
  readonly day: string;
  readonly channel: EnquiryChannel;
  readonly queueId: string | null;
  readonly matterId: string | null;
  readonly ticketId: string | null;
  /** 首问责任人 (requirement 26): stays so whoever answers. */
  readonly ownerId: string;
  readonly visitorId: string | null;
  readonly status: EnquiryState;
  readonly toPersonId: string | null;
  readonly toDepartmentId: string | null;
  /** The other side was called and told (requirement 32). */
  readonly warm: boolean;
  readonly loggedAt: Date;
  readonly dueAt: Date;
  /** The time for a reply ran out before there was one (requirement 34). */
  readonly overdue: boolean;
  readonly repliedAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: EnquiryOutcome | null;
  /** Where the visitor was sent. */
  readonly departmentId: string | null;
  /** The business day at whose beginning its words are purged; null while it is not closed. */
  readonly purgeOn: string | null;
}

/** Nobody has answered yet: its clock runs. */
export const awaitsReply = ({ status }: Enquiry): boolean => status === 'open' || status === 'handed-over';
