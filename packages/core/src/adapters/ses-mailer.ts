import { SendEmailCommand, SESv2Client, SESv2ServiceException } from "@aws-sdk/client-sesv2";
import { type Mail, MailFailure, type Mailer } from "../safety/flag-ports.ts";

/**
 * What SES answers when it wants less or later: worth another try. An account that SES has paused waits for a person, and the
 * queue's dead letters keep the mail until then.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html#API_SendEmail_Errors
 */
const throttled = new Set(["TooManyRequestsException", "LimitExceededException", "SendingPausedException"]);

/** Sends plain-text mails through Amazon SES. Two tries in a few seconds; what still fails comes again with the queue. */
export function createSesMailer(options: {
  /** Verified sender, like `Ухаан <medegdel@example.mn>`. */
  readonly from: string;
  readonly timeoutMs?: number;
}): Mailer {
  const { from, timeoutMs = 5_000 } = options;
  const client = new SESv2Client({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_500, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
  });
  return {
    async send({ to, subject, text }: Mail) {
      const utf8 = (data: string) => ({ Data: data, Charset: "UTF-8" });
      try {
        await client.send(
          new SendEmailCommand({
            FromEmailAddress: from,
            Destination: { ToAddresses: [to] },
            Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text) } } },
          }),
        );
      } catch (error) {
        throw new MailFailure(reasonOf(error), { cause: error });
      }
    },
  };
}

function reasonOf(error: unknown): MailFailure["reason"] {
  if (!(error instanceof SESv2ServiceException)) return "unreachable";
  if (throttled.has(error.name) || error.$response?.statusCode === 429) return "throttled";
  return error.$fault === "client" ? "rejected" : "unreachable";
}
