import type { ServerResponse } from "node:http";
import { crc32 } from "node:zlib";
import type { ProtocolWriter } from "./fake-model-server.ts";

/**
 * Bedrock's ConverseStream in the AWS event stream encoding: prelude (length, header length, CRC), headers, payload, CRC.
 * https://docs.aws.amazon.com/transcribe/latest/dg/event-stream.html
 */
export function converseFrames(response: ServerResponse): ProtocolWriter {
  const send = (event: string, payload: object) =>
    response.write(frame({ ":message-type": "event", ":event-type": event }, payload));
  return {
    start: () => {
      response.writeHead(200, { "content-type": "application/vnd.amazon.eventstream" });
      send("messageStart", { role: "assistant" });
    },
    text: (piece) => send("contentBlockDelta", { contentBlockIndex: 0, delta: { text: piece } }),
    garbage: () => response.write(Buffer.from([0, 0, 0, 40, 0, 0, 0, 4, 1, 2, 3, 4, ...Buffer.alloc(28, 7)])),
    errorEvent: () =>
      response.write(
        frame({ ":message-type": "exception", ":exception-type": "throttlingException" }, { message: "slow down" }),
      ),
    end: (finish, usage) => {
      const stopReason = { stop: "end_turn", length: "max_tokens", content_filter: "content_filtered" }[finish];
      send("contentBlockStop", { contentBlockIndex: 0 });
      send("messageStop", { stopReason });
      send("metadata", {
        usage: { ...usage, totalTokens: usage.inputTokens + usage.outputTokens },
        metrics: { latencyMs: 1 },
      });
      response.end();
    },
  };
}

function frame(headers: Readonly<Record<string, string>>, payload: object): Buffer {
  const all = { ...headers, ":content-type": "application/json" };
  const head = Buffer.concat(Object.entries(all).map(([name, value]) => stringHeader(name, value)));
  const body = Buffer.from(JSON.stringify(payload), "utf8");
  const prelude = Buffer.alloc(8);
  prelude.writeUInt32BE(12 + head.length + body.length + 4, 0);
  prelude.writeUInt32BE(head.length, 4);
  const checked = Buffer.concat([prelude, uint32(crc32(prelude)), head, body]);
  return Buffer.concat([checked, uint32(crc32(checked))]);
}

/** Header of type 7: a string. */
function stringHeader(name: string, value: string): Buffer {
  const bytes = Buffer.from(value, "utf8");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([
    Buffer.from([Buffer.byteLength(name)]),
    Buffer.from(name, "utf8"),
    Buffer.from([7]),
    length,
    bytes,
  ]);
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
}
