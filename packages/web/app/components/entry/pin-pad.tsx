import { Form, Link, useNavigation } from "@remix-run/react";
import type { PinSignIn } from "@ukhaan/core/school/schema";
import { useEffect, useRef, useState } from "react";
import { Button } from "~/components/button.tsx";
import { useCountdown } from "~/components/countdown.ts";
import { Icon } from "~/components/icon.tsx";
import { Notice } from "~/components/notice.tsx";
import { duration } from "~/i18n/format.ts";
import { type Refusal, useRefusalWords } from "~/i18n/use-refusal.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

type Result =
  | { readonly signIn: Exclude<PinSignIn, { kind: "signed-in" }> }
  | { readonly refusal: Refusal }
  | undefined;

interface Props {
  pupil: { readonly studentId: string; readonly name: string };
  /** Class and school, in words. */
  place: string;
  /** Where to go afterwards; empty for the usual page. */
  to: string;
  result: Result;
}

const pinLength = 4;
const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** Four digits by large keys, or typed; sent by itself when the last one is there. */
export function PinPad({ pupil, place, to, result }: Props) {
  const t = useWords("entry");
  const [pin, setPin] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const busy = useNavigation().state !== "idle";
  const [answered, setAnswered] = useState<Result>();
  const [lockedUntilMs, setLockedUntilMs] = useState<number>();
  if (result !== answered) {
    // Another answer has come: the digits are used up, and a lock begins to count.
    setAnswered(result);
    setPin("");
    setLockedUntilMs(lockEnd(result));
  }
  const leftS = useCountdown(lockedUntilMs);
  const locked = lockedUntilMs !== undefined && leftS > 0;

  const type = (typed: string) => {
    const digits = typed.replace(/\D/g, "").slice(0, pinLength);
    setPin(digits);
    if (digits.length === pinLength) queueMicrotask(() => form.current?.requestSubmit());
  };
  useEffect(() => {
    // The keys of the page replace the phone's keyboard once they work.
    input.current?.setAttribute("inputmode", "none");
    input.current?.focus();
  }, []);
  useEffect(() => {
    if (result) input.current?.focus();
  }, [result]);

  return (
    <div className="mx-auto -mt-2 grid max-w-xs gap-3">
      <div>
        <p className="text-sm text-ink-soft">{place}</p>
        <h1 className="text-2xl">{t("pinTitle", { name: pupil.name })}</h1>
      </div>
      <Form ref={form} method="post" className="grid gap-3" aria-busy={busy}>
        <input type="hidden" name="studentId" value={pupil.studentId} />
        <input type="hidden" name="to" value={to} />
        <label htmlFor="pin" className="grid gap-0.5 font-medium">
          {t("pinLabel")}
          <span className="text-sm font-normal text-ink-soft">{t("pinHint", { n: pinLength })}</span>
        </label>
        <input
          ref={input}
          id="pin"
          name="pin"
          type="password"
          inputMode="numeric"
          pattern="\d{4}"
          autoComplete="off"
          required
          readOnly={locked || busy}
          value={pin}
          onChange={(event) => type(event.target.value)}
          aria-describedby="pin-result"
          className="field min-h-14 py-1 text-center text-4xl tracking-[0.6em] indent-[0.6em]"
        />
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- output may not hold paragraphs */}
        <div id="pin-result" role="status" className="empty:hidden">
          <PinResult result={result} leftS={leftS} />
        </div>
        <div className="grid grid-cols-3 gap-2">
          {keys.map((key) => (
            <Key key={key} label={key} disabled={locked || busy} onPress={() => type(pin + key)} />
          ))}
          <span />
          <Key label="0" disabled={locked || busy} onPress={() => type(`${pin}0`)} />
          <button
            type="button"
            aria-label={t("pinErase")}
            disabled={locked || busy || !pin}
            onClick={() => setPin(pin.slice(0, -1))}
            className="button button-bare min-h-14 rounded-lg"
          >
            <Icon name="backspace" className="size-7" />
          </button>
        </div>
        <Button type="submit" look="main" busy={busy} disabled={locked} className="min-h-14 text-lg">
          {t("pinEnter")}
        </Button>
      </Form>
      <Link
        to={{ search: to && `to=${encodeURIComponent(to)}` }}
        className="link inline-flex min-h-11 items-center justify-self-center"
      >
        {t("notMe")}
      </Link>
      <p className="text-center text-sm text-ink-soft">{t("flaggedChats")}</p>
    </div>
  );
}

function Key({ label, disabled, onPress }: { label: string; disabled: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onPress}
      className="button button-quiet min-h-14 rounded-lg text-2xl"
    >
      {label}
    </button>
  );
}

function lockEnd(result: Result): number | undefined {
  const locked = result && "signIn" in result && result.signIn.kind === "locked" ? result.signIn : undefined;
  return locked && Date.now() + locked.retryAfterS * 1000;
}

function PinResult({ result, leftS }: { result: Result; leftS: number }) {
  const t = useWords("entry");
  const locale = useLocale();
  const explain = useRefusalWords();
  if (!result) return null;
  if ("refusal" in result) return <Notice look="danger">{explain(result.refusal)}</Notice>;
  if (result.signIn.kind === "wrong-pin") {
    return <Notice look="danger">{t("wrongPin", { n: result.signIn.triesLeft })}</Notice>;
  }
  if ("needsNewPin" in result.signIn && result.signIn.needsNewPin) {
    return (
      <Notice look="warm" icon="lock">
        <p className="font-semibold">{t("needsNewPin")}</p>
      </Notice>
    );
  }
  const wait = duration(locale, leftS || result.signIn.retryAfterS);
  return (
    <Notice look="warm" icon="lock">
      <p className="font-semibold">{t("lockedTitle")}</p>
      {/* The ticking seconds are seen, not read aloud every second. */}
      <p aria-live="off">{leftS > 0 ? t("lockedText", { wait }) : t("unlocked")}</p>
      <p className="mt-1 text-sm">{t("lockedHelp")}</p>
    </Notice>
  );
}
