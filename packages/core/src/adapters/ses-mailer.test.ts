import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { temporaryDir, testStack } from "../../../../tests/support/stack.ts";
import { readMails, startSes } from "../../../../scripts/embedded/ses.ts";
import { createSesMailer } from "./ses-mailer.ts";

const mail = { to: "bagsh@ukhaan.example", subject: "Дохио хүлээж байна", text: "Нэвтэрч ороод үзнэ үү." };
const from = "Ухаан <medegdel@ukhaan.example>";

let server: Server | undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** A mail service that answers the same each time; counts how often it was asked. */
async function service(status: number | "silent", type = ""): Promise<{ asked: number }> {
  const count = { asked: 0 };
  server = createServer((incoming, response) => {
    count.asked += 1;
    incoming.resume();
    if (status === "silent") return;
    response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type });
    response.end(JSON.stringify({ message: "no" }));
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("AWS_ENDPOINT_URL_SESV2", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return count;
}

describe("mailing through SES", () => {
  test("sends one plain mail as it was written", async () => {
    const dir = temporaryDir();
    const box = await startSes({ dir, port: 0 });
    vi.stubEnv("AWS_ENDPOINT_URL_SESV2", box.endpoint);
    await createSesMailer({ from }).send(mail);
    expect(readMails(dir)).toMatchObject([{ from, to: [mail.to], subject: mail.subject, text: mail.text }]);
    await box.stop();
  });

  test("finds the mail box of the embedded home by its environment", () => {
    expect(testStack().env["AWS_ENDPOINT_URL_SESV2"]).toBe(testStack().endpoints.ses);
  });

  test.each([
    [429, "TooManyRequestsException", "throttled", 2],
    [400, "LimitExceededException", "throttled", 2],
    [400, "SendingPausedException", "throttled", 1],
    [400, "MessageRejected", "rejected", 1],
    [400, "BadRequestException", "rejected", 1],
    [404, "NotFoundException", "rejected", 1],
    [500, "InternalServiceErrorException", "unreachable", 2],
    [503, "", "unreachable", 2],
  ])("%i %s is %s", async (status, type, reason, asked) => {
    const count = await service(status, type);
    await expect(createSesMailer({ from }).send(mail)).rejects.toMatchObject({ name: "MailFailure", reason });
    expect(count.asked).toBe(asked);
  });

  test("gives up on a service that says nothing", async () => {
    await service("silent");
    const sending = createSesMailer({ from, timeoutMs: 150 }).send(mail);
    await expect(sending).rejects.toMatchObject({ reason: "unreachable" });
  });

  test("tells when nobody is there", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL_SESV2", "http://127.0.0.1:9");
    await expect(createSesMailer({ from }).send(mail)).rejects.toMatchObject({ reason: "unreachable" });
  });
});
