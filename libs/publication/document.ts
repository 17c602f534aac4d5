import { isCreditCode } from './credit-code.js';

/** 许可公示, 通知公告, 政策与常见问题 (requirement 101), 结果公示. */
export const PUBLICATION_KINDS = ['licence-decision', 'notice', 'policy', 'result'] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** By what the licensee is known: its credit code, one of the codes of before, or none, as a natural person. */
export const SUBJECT_CODES = ['credit', 'organisation', 'registration', 'none'] as const;
export type SubjectCode = (typeof SUBJECT_CODES)[number];

/** 正常, 撤销, 异议, 其他. */
export const LICENCE_STATES = ['normal', 'revoked', 'disputed', 'other'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

/** The eleven fields of 许可公示, in the order of the document (requirement 108, facts 3.1). */
export const LICENCE_FIELDS = [
  'documentNumber',
  'projectName',
  'category',
  'content',
  'subjectName',
  'subjectCode',
  'validFrom',
  'validUntil',
  'authority',
  'licenceState',
  'areaCode',
] as const;
export type LicenceField = (typeof LICENCE_FIELDS)[number];

export interface LicenceDecision extends Record<Exclude<LicenceField, 'licenceState'>, string> {
  kind: 'licence-decision';
  codeKind: SubjectCode;
  licenceState: LicenceState;
  /** 作出决定之日: not shown, the time to publish runs from it (requirement 103). */
  decidedOn: string;
}

export interface TextPublication {
  kind: Exclude<PublicationKind, 'licence-decision'>;
  title: string;
  text: string;
  /** The last day it is shown; empty: until it is withdrawn. */
  shownUntil: string;
}

export type PublicationDocument = LicenceDecision | TextPublication;

/** The stored bytes: what a version's hash is of. */
export const documentText = (document: PublicationDocument): string => JSON.stringify(document);

/** The fields that hold words, with them. */
export function wordsOf(document: PublicationDocument): [field: string, words: string][] {
  if (document.kind !== 'licence-decision')
    return [
      ['title', document.title],
      ['text', document.text],
    ];
  return LICENCE_FIELDS.flatMap((field): [string, string][] =>
    field === 'licenceState' ? [] : [[field, document[field]]],
  );
}

export const titleOf = (document: PublicationDocument): string =>
  document.kind === 'licence-decision'
    ? [document.documentNumber, document.projectName].filter(Boolean).join(' ')
    : document.title;

export interface FieldFault {
  field: string;
  fault: 'missing' | 'code' | 'date' | 'backwards' | 'area';
}

/** What has to be put right before anybody reviews it (requirements 106, 108). */
export function faultsOf(document: PublicationDocument): FieldFault[] {
  if (document.kind === 'licence-decision') return licenceFaults(document);
  const { title, text, shownUntil } = document;
  return [
    ...missing({ title, text }),
    ...(shownUntil !== '' && !isDay(shownUntil) ? [{ field: 'shownUntil', fault: 'date' as const }] : []),
  ];
}

function licenceFaults(document: LicenceDecision): FieldFault[] {
  const { kind: _kind, codeKind, subjectCode, licenceState: _state, ...words } = document;
  const faults = missing(codeKind === 'none' ? words : { ...words, subjectCode });
  const bad = (field: string, fault: FieldFault['fault'], right: boolean): void => {
    if (!right && !faults.some((known) => known.field === field)) faults.push({ field, fault });
  };
  bad('subjectCode', 'code', isSubjectCode(codeKind, subjectCode));
  for (const field of ['decidedOn', 'validFrom', 'validUntil'] as const)
    bad(field, 'date', isDay(document[field]));
  bad('validUntil', 'backwards', document.validFrom <= document.validUntil);
  bad('areaCode', 'area', /^[1-9]\d{5}(\d{6})?$/.test(document.areaCode));
  return faults;
}

const missing = (words: Readonly<Record<string, string>>): FieldFault[] =>
  Object.entries(words).flatMap(([field, text]) =>
    text.trim() === '' ? [{ field, fault: 'missing' as const }] : [],
  );

function isSubjectCode(kind: SubjectCode, code: string): boolean {
  switch (kind) {
    case 'credit':
      return isCreditCode(code);
    case 'organisation':
      return /^[0-9A-Z]{8}-?[0-9X]$/.test(code);
    case 'registration':
      return /^\d{13}(\d{2})?$/.test(code);
    case 'none':
      return code === '';
  }
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}
