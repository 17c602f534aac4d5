import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { birthDateIn, checkedVisitor, type PlainVisitor, type SealedVisitor } from '#libs/persons/visitor';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals what visitors say of themselves (AES-256-GCM) and makes the keyed hashes they are found by, with keys drawn from
 * the server's own. The nonce follows from the text, so that a command sent twice is the same command; equal texts of one
 * hall and field are then equal when sealed, which their hashes tell anyway.
 */
export class VisitorVault {
  readonly #sealKey: Buffer;
  readonly #nonceKey: Buffer;
  readonly #hashKey: Buffer;

  constructor(serverKey: Buffer) {
    const drawn = (purpose: string): Buffer =>
      Buffer.from(hkdfSync('sha256', serverKey, '', `tingxu visitors ${purpose}`, 32));
    this.#sealKey = drawn('seal');
    this.#nonceKey = drawn('nonce');
    this.#hashKey = drawn('hash');
  }

  sealText(hallId: string, text: string): string {
    return this.#seal(`${hallId} text`, text);
  }

  openText(hallId: string, sealed: string): string {
    return this.#open(`${hallId} text`, sealed);
  }

  /** Throws a Refusal where what is said cannot be right. */
  seal(hallId: string, said: PlainVisitor): SealedVisitor {
    const visitor = checkedVisitor(said);
    const { name, idKind, idNumber, phone, address } = visitor;
    const sealed = (field: string, text: string | null) => text && this.#seal(`${hallId} ${field}`, text);
    const hashed = (field: string, text: string | null) => text && this.#hash(`${hallId} ${field}`, text);
    return {
      idKind,
      name: sealed('name', name),
      idNumber: sealed('id', idNumber),
      phone: sealed('phone', phone),
      address: sealed('address', address),
      idNumberHash: hashed('id', idNumber),
      phoneHash: hashed('phone', phone),
      birthDate: birthDateIn(visitor),
    };
  }

  /** What a row holds, readable. Throws where it was sealed with another server's key. */
  open(hallId: string, row: PlainVisitor): PlainVisitor {
    const opened = (field: string, text: string | null) => text && this.#open(`${hallId} ${field}`, text);
    return {
      idKind: row.idKind,
      name: opened('name', row.name),
      idNumber: opened('id', row.idNumber),
      phone: opened('phone', row.phone),
      address: opened('address', row.address),
    };
  }

  #hash(place: string, text: string): string {
    return createHmac('sha256', this.#hashKey).update(`${place} ${text}`).digest('base64url');
  }

  #seal(place: string, text: string): string {
    const nonce = createHmac('sha256', this.#nonceKey).update(`${place} ${text}`).digest();
    const cipher = createCipheriv('aes-256-gcm', this.#sealKey, nonce.subarray(0, NONCE_BYTES));
    cipher.setAAD(Buffer.from(place));
    const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce.subarray(0, NONCE_BYTES), cipher.getAuthTag(), bytes]).toString('base64url');
  }

  #open(place: string, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.#sealKey, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }
}
