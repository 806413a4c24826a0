import { useWords } from "~/i18n/use-words.ts";
import { SelectField } from "../../field.tsx";

/** Where a sentence or a line begins inside a text. */
export function splitPlaces(text: string): readonly { readonly position: number; readonly beginning: string }[] {
  return [...text.matchAll(/(?<=[.!?…:;]\s+|\n)\S/gu)].map(({ index }) => ({
    position: index,
    beginning: text.slice(index, index + 40).replaceAll("\n", " "),
  }));
}

/** Without script there is no cursor to ask: places to split at are chosen from a list. */
export function SplitPlaces({ text }: { text: string }) {
  const t = useWords("review");
  const places = splitPlaces(text);
  if (places.length === 0) return null;
  return (
    <noscript>
      <SelectField label={t("splitWhere")} name="position" defaultValue="">
        <option value="">{t("splitChoose")}</option>
        {places.map(({ position, beginning }) => (
          <option key={position} value={position}>
            {beginning}
          </option>
        ))}
      </SelectField>
    </noscript>
  );
}
