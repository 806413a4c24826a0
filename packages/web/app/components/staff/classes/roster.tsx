import type { PupilView } from "@ukhaan/core/school/schema";
import { useState } from "react";
import { duration } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { TextField } from "../../field.tsx";
import { Icon } from "../../icon.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";

/** Names are searched from this many on; fewer fit a screen. */
const searchFrom = 12;

type Asking = { readonly what: "reset" | "withdraw"; readonly pupil: PupilView };

/** The pupils of a class: who they are, whether their PIN works, and what a teacher does for one of them. */
export function Roster({ classroomId, pupils }: { classroomId: string; pupils: readonly PupilView[] }) {
  const [asking, setAsking] = useState<Asking>();
  const [search, setSearch] = useState("");
  const t = useWords("teach");
  const wanted = search.trim().toLowerCase();
  const found = pupils.filter((pupil) => fullName(pupil).toLowerCase().includes(wanted));
  const name = asking?.pupil.name ?? "";
  const fields = { classroomId, studentId: asking?.pupil.studentId ?? "", name };

  return (
    <>
      {pupils.length >= searchFrom && (
        <div className="mb-3 max-w-sm">
          <TextField
            label={t("searchPupils")}
            type="search"
            value={search}
            onChange={(change) => setSearch(change.currentTarget.value)}
          />
        </div>
      )}
      <output className={found.length === 0 ? "block py-6 text-ink-soft" : "sr-only"}>
        {found.length === 0 ? t("noSuchPupil") : wanted && t("pupilCount", { n: found.length })}
      </output>
      {found.length > 0 && (
        <div className="sheet overflow-hidden">
          <table className="w-full text-left">
            <thead className="border-b border-line bg-sunken text-sm text-ink-soft">
              <tr>
                <th scope="col" className="px-4 py-2.5 font-medium">
                  {t("pupil")}
                </th>
                <th scope="col" className="hidden px-4 py-2.5 font-medium sm:table-cell">
                  {t("pinState")}
                </th>
                <th scope="col" className="px-4 py-2.5">
                  <span className="sr-only">{t("actions")}</span>
                </th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {found.map((pupil) => (
                <Row key={pupil.studentId} pupil={pupil} onAsk={(what) => setAsking({ what, pupil })} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ConfirmDialog
        open={asking?.what === "reset"}
        onClose={() => setAsking(undefined)}
        title={t("resetPin")}
        question={t("resetTitle", { name })}
        text={t("resetText")}
        confirm={t("resetConfirm")}
        action={`/teach/classes/${classroomId}/cards`}
        fields={{ ...fields, intent: "reset" }}
      />
      <ConfirmDialog
        open={asking?.what === "withdraw"}
        onClose={() => setAsking(undefined)}
        title={t("withdraw")}
        question={t("withdrawTitle", { name })}
        text={t("withdrawText")}
        confirm={t("withdrawConfirm")}
        look="danger"
        fields={{ ...fields, intent: "withdraw" }}
      />
    </>
  );
}

const fullName = ({ familyName, givenName }: PupilView) => `${familyName} ${givenName}`.trim();

function Row({ pupil, onAsk }: { pupil: PupilView; onAsk: (what: Asking["what"]) => void }) {
  const t = useWords("teach");
  return (
    <tr>
      <th scope="row" className="px-4 py-2 font-normal">
        <span className="wrap-anywhere">
          {pupil.familyName} <b className="font-semibold">{pupil.givenName}</b>
        </span>
        {pupil.lockedForS !== undefined && (
          <span className="mt-1 block sm:hidden">
            <PinState lockedForS={pupil.lockedForS} />
          </span>
        )}
      </th>
      <td className="hidden px-4 py-2 sm:table-cell">
        <PinState lockedForS={pupil.lockedForS} />
      </td>
      <td className="py-1 pr-2 pl-0 whitespace-nowrap sm:pr-3">
        <div className="flex justify-end gap-1">
          <Button
            look="bare"
            icon="key"
            title={t("resetPin")}
            aria-label={t("resetPinOf", { name: pupil.name })}
            onClick={() => onAsk("reset")}
            className="min-w-11 px-2 sm:px-3"
          >
            <span className="hidden sm:inline">{t("resetPin")}</span>
          </Button>
          <Button
            look="bare"
            icon="trash"
            title={t("withdraw")}
            aria-label={t("withdrawOf", { name: pupil.name })}
            onClick={() => onAsk("withdraw")}
            className="min-w-11 px-2 sm:px-3"
          >
            <span className="hidden sm:inline">{t("withdraw")}</span>
          </Button>
        </div>
      </td>
    </tr>
  );
}

function PinState({ lockedForS }: { lockedForS: number | undefined }) {
  const locale = useLocale();
  const t = useWords("teach");
  if (lockedForS === undefined) return <span className="text-sm text-ink-soft">{t("pinActive")}</span>;
  // To the minute: a list isn't a countdown.
  const wait = duration(locale, Math.ceil(lockedForS / 60) * 60);
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full bg-sun-soft px-2.5 py-0.5 text-sm text-sun-ink">
      <Icon name="lock" className="size-4" />
      {t("pinLocked", { wait })}
    </span>
  );
}
