import { Transform, type TransformCallback } from "node:stream";
import { S3Error } from "./s3-error.ts";

const maxLineBytes = 8192;

/**
 * Takes the `aws-chunked` framing off a body. The SDK frames every stream that it uploads; a server that stores the frames
 * with the data corrupts files without a word. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
export class AwsChunkedDecoder extends Transform {
  /** Headers after the last chunk, in lower case; here the SDK puts its checksum. */
  readonly trailers: Record<string, string> = {};
  private pending: Buffer = Buffer.alloc(0);
  private chunkLeft = 0;
  private state: "size" | "data" | "data-end" | "trailers" = "size";

  override _transform(chunk: Buffer, _encoding: BufferEncoding, callback: TransformCallback): void {
    this.pending = this.pending.length > 0 ? Buffer.concat([this.pending, chunk]) : chunk;
    try {
      while (this.step());
      callback();
    } catch (error) {
      callback(error as Error);
    }
  }

  override _flush(callback: TransformCallback): void {
    callback(this.state === "trailers" ? null : new S3Error(400, "IncompleteBody"));
  }

  /** @returns whether there may be more to do with the bytes at hand */
  private step(): boolean {
    if (this.state === "data") return this.takeData();
    const line = this.takeLine();
    if (line === undefined) return false;
    if (this.state === "size") this.startChunk(line);
    else if (this.state === "data-end") this.state = "size";
    else this.keepTrailer(line);
    return true;
  }

  private takeData(): boolean {
    const data = this.pending.subarray(0, this.chunkLeft);
    if (data.length === 0) return false;
    this.push(Buffer.from(data));
    this.pending = this.pending.subarray(data.length);
    this.chunkLeft -= data.length;
    if (this.chunkLeft === 0) this.state = "data-end";
    return true;
  }

  private takeLine(): string | undefined {
    const end = this.pending.indexOf("\r\n");
    if (end < 0) {
      if (this.pending.length > maxLineBytes) throw new S3Error(400, "IncompleteBody");
      return undefined;
    }
    const line = this.pending.subarray(0, end).toString("latin1");
    this.pending = this.pending.subarray(end + 2);
    return line;
  }

  private startChunk(line: string): void {
    // `1000;chunk-signature=…`: the signature of each chunk is not checked, the checksum of the whole is.
    const size = Number.parseInt(line.split(";")[0] ?? "", 16);
    if (!Number.isFinite(size)) throw new S3Error(400, "IncompleteBody");
    this.chunkLeft = size;
    this.state = size === 0 ? "trailers" : "data";
  }

  private keepTrailer(line: string): void {
    const colon = line.indexOf(":");
    if (colon > 0) this.trailers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
}
