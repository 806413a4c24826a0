const entities: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "\r": "&#13;" };

export const namespace = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

export function escapeXml(text: string): string {
  return text.replace(/[<>&"\r]/g, (character) => entities[character] ?? character);
}

/** The text of the first `<name>` in a request's XML. The SDK's own requests are flat enough for this. */
export function firstTag(xml: string, name: string): string | undefined {
  const inner = allTags(xml, name)[0];
  return inner === undefined ? undefined : unescapeXml(inner);
}

/** The raw contents of every `<name>`. */
export function allTags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, "g"))].map((match) => match[1] ?? "");
}

function unescapeXml(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_all, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
