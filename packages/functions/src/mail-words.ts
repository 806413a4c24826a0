import type { MailWriter } from "@ukhaan/core/safety";
import type { MailNotice } from "@ukhaan/core/safety/schema";

const subjects: Readonly<Record<MailNotice["kind"], Readonly<Record<MailNotice["severity"], string>>>> = {
  "flag-raised": {
    urgent: "Яаралтай: хамгаалалын дохио таныг хүлээж байна",
    high: "Хамгаалалын дохио таныг хүлээж байна",
    normal: "Хамгаалалын шинэ дохио ирлээ",
  },
  "flag-escalated": {
    urgent: "Яаралтай: хариугүй дохио танд шилжлээ",
    high: "Хариугүй дохио танд шилжлээ",
    normal: "Хариугүй дохио танд шилжлээ",
  },
  "flag-reminder": {
    urgent: "Яаралтай сануулга: дохио хариугүй хэвээр байна",
    high: "Сануулга: дохио хариугүй хэвээр байна",
    normal: "Сануулга: дохио хариугүй хэвээр байна",
  },
};

const severities = {
  urgent: ["Яаралтай", "urgent"],
  high: ["Өндөр", "high"],
  normal: ["Энгийн", "normal"],
} as const satisfies Record<MailNotice["severity"], readonly [string, string]>;

/**
 * Mails to staff, in Mongolian and then in English. They say that a flag waits, how urgent it is, until when, and where: neither a
 * pupil's name nor a word of a chat, because a mail box is not the place for them.
 */
export function createMailWriter(options: { readonly webUrl: string }): MailWriter {
  const { webUrl } = options;
  return {
    write({ kind, severity, schoolId, flagId, dueAtMs, to }) {
      const school = to.tenant === "national" ? `?school=${schoolId}` : "";
      const link = `${webUrl.replace(/\/$/u, "")}/safeguarding/flags/${flagId}${school}`;
      const due = inUlaanbaatar(dueAtMs);
      const [mongolian, english] = severities[severity];
      const text = [
        "Сайн байна уу,",
        "",
        opening[kind],
        `Зэрэг: ${mongolian}`,
        `Хүлээн авах хугацаа: ${due} (Улаанбаатарын цагаар)`,
        `Нээх: ${link}`,
        "",
        "Сурагчийн нэр, бичсэн зүйлийг захидлаар илгээдэггүй. Нэвтэрч ороод үзнэ үү.",
        "",
        "—",
        `A safeguarding flag waits for you (${english}). Please acknowledge it by ${due}, Ulaanbaatar time.`,
        link,
        "",
      ].join("\n");
      return { subject: `Ухаан: ${subjects[kind][severity]}`, text };
    },
  };
}

const opening: Readonly<Record<MailNotice["kind"], string>> = {
  "flag-raised": "Танай сургуулийн нэг сурагчийн яриа хүний анхаарал шаардаж байна.",
  "flag-escalated": "Хугацаандаа хариу аваагүй тул энэ дохио танд шилжиж ирлээ.",
  "flag-reminder": "Энэ дохиог хэн ч хараахан хүлээж аваагүй байна.",
};

/** `2026.11.23 14:05`; Ulaanbaatar is UTC+8 the year round. */
function inUlaanbaatar(timeMs: number): string {
  const local = new Date(timeMs + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10).replaceAll("-", ".")} ${local.slice(11, 16)}`;
}
