import { createHash, type Hash } from "node:crypto";
import { crc32 } from "node:zlib";

export const checksumNames = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"] as const;
export type ChecksumName = (typeof checksumNames)[number];

/** A running checksum; `digest()` is base64, as in the `x-amz-checksum-*` headers. */
export interface Checksum {
  update(chunk: Uint8Array): void;
  digest(): string;
}

export function startChecksum(name: ChecksumName): Checksum {
  switch (name) {
    case "crc32":
      return crc32Checksum();
    case "crc32c":
      return crc32cChecksum();
    case "crc64nvme":
      return crc64Checksum();
    case "sha1":
    case "sha256":
      return hashChecksum(createHash(name));
  }
}

function hashChecksum(hash: Hash): Checksum {
  return { update: (chunk) => void hash.update(chunk), digest: () => hash.digest("base64") };
}

function crc32Checksum(): Checksum {
  let state = 0;
  return {
    update(chunk) {
      state = crc32(chunk, state);
    },
    digest: () => base64OfUint32(state),
  };
}

/** Castagnoli's polynomial, reflected. */
const crc32cTable = Int32Array.from({ length: 256 }, (_value, byte) => {
  let state = byte;
  for (let bit = 0; bit < 8; bit += 1) state = state & 1 ? (state >>> 1) ^ 0x82f63b78 : state >>> 1;
  return state;
});

function crc32cChecksum(): Checksum {
  let state = -1;
  return {
    update(chunk) {
      for (const byte of chunk) state = (crc32cTable[(state ^ byte) & 255] ?? 0) ^ (state >>> 8);
    },
    digest: () => base64OfUint32(state ^ -1),
  };
}

/** The NVMe polynomial, reflected. */
const crc64Table = BigUint64Array.from({ length: 256 }, (_value, byte) => {
  let state = BigInt(byte);
  for (let bit = 0; bit < 8; bit += 1) state = state & 1n ? (state >> 1n) ^ 0x9a6c9329ac4bc9b5n : state >> 1n;
  return state;
});

function crc64Checksum(): Checksum {
  const ones = 0xffff_ffff_ffff_ffffn;
  let state = ones;
  return {
    update(chunk) {
      for (const byte of chunk) {
        state = (crc64Table[Number((state ^ BigInt(byte)) & 255n)] ?? 0n) ^ (state >> 8n);
      }
    },
    digest() {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64BE(state ^ ones);
      return bytes.toString("base64");
    },
  };
}

function base64OfUint32(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes.toString("base64");
}
