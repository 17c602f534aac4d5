/** 提交形式: how a paper is handed in. */
export const MATERIAL_FORMS = ['original', 'copy', 'electronic'] as const;
export type MaterialForm = (typeof MATERIAL_FORMS)[number];

export interface Material {
  name: string;
  form: MaterialForm;
  copies: number;
  required: boolean;
  /** 示范文本: an address to fetch it from, or where a sample lies; empty: none. */
  sample: string;
}

/** 工作日, 自然日, 当场办结. */
export const LIMIT_UNITS = ['working-days', 'days', 'on-the-spot'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

export interface TimeLimit {
  days: number;
  unit: LimitUnit;
}

/** 人生事件: what happens to people that brings them to the hall. */
export const LIFE_EVENTS = [
  'birth',
  'school',
  'work',
  'marriage',
  'home',
  'illness',
  'retirement',
  'bereavement',
  'company',
  'moving',
] as const;
export type LifeEvent = (typeof LIFE_EVENTS)[number];

/** 办事指南: what a hall owes the public about one matter (requirements 95 to 97, 109, 110). A draft may leave anything empty but code and name. */
export interface GuideDocument {
  code: string;
  name: string;
  nameEn: string;
  /** 办理主体. */
  authority: string;
  legalBasis: string;
  conditions: string;
  materials: Material[];
  procedure: string[];
  statutoryLimit: TimeLimit | null;
  promisedLimit: TimeLimit | null;
  feeStandard: string;
  feeBasis: string;
  place: string;
  hours: string;
  delivery: string;
  contact: string;
  supervisor: string;
  complaintPhone: string;
  /** 办理结果. */
  result: string;
  events: LifeEvent[];
}

/** The parts of a guide that a list of public items can ask for. `samples`: at least one paper has one. */
export const GUIDE_PARTS = [
  'code',
  'name',
  'authority',
  'legalBasis',
  'conditions',
  'materials',
  'samples',
  'procedure',
  'statutoryLimit',
  'promisedLimit',
  'feeStandard',
  'feeBasis',
  'place',
  'hours',
  'delivery',
  'contact',
  'supervisor',
  'complaintPhone',
  'result',
] as const;
export type GuidePart = (typeof GUIDE_PARTS)[number];

/** What a state remembers of a version: never its words. */
export interface GuideVersion {
  version: number;
  /** What its document leaves empty. */
  empty: GuidePart[];
  /** `2026-03-02`, once it is published. */
  effectiveFrom: string | null;
  withdrawn: boolean;
}

export interface Guide {
  id: string;
  /** Unique in a hall: what an import finds a guide by. */
  code: string;
  /** The matter of the hall's queues it is about; null: no queue of this hall takes it. */
  matterId: string | null;
  /** Oldest first. */
  versions: GuideVersion[];
}

/** 政策法规变化, 内容有误, 事项取消 (requirement 106). */
export const WITHDRAW_REASONS = ['law-changed', 'content-wrong', 'matter-ended'] as const;
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];
