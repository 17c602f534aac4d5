export interface Matter {
  id: string;
  code: string;
  name: string;
  nameEn: string;
}

export interface Person {
  id: string;
  username: string;
  name: string;
  staffNumber: string;
  /** What the avatar is drawn from. */
  photoSeed: string;
}
