import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";

/**
 * Cost of one check: 16 MiB and about 40 ms on one core. OWASP asks for more where a person chooses a password; a PIN
 * has ten thousand values, so that its lock, not its hash, keeps it safe, and a class of 60 gets its cards in seconds.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const cost = { log2N: 14, r: 8, p: 1 } as const;
const keyBytes = 32;
const saltBytes = 16;

/** Hash of a PIN as it is stored: `scrypt$14$8$1$salt$key` (base64url), so that the cost can grow later. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(secret, salt, cost);
  return ["scrypt", cost.log2N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether this is the secret behind the hash. A hash that can't be read fits nothing. */
export async function verifySecret(secret: string, hash: string): Promise<boolean> {
  const [scheme, log2N, r, p, salt, key] = hash.split("$");
  if (scheme !== "scrypt" || !salt || !key) return false;
  const expected = Buffer.from(key, "base64url");
  const actual = await derive(secret, Buffer.from(salt, "base64url"), {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
  });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

interface Cost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

function derive(secret: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  // Node refuses anything over 32 MiB unless told; the formula needs 128·N·r bytes and a little.
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize("NFC"), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
