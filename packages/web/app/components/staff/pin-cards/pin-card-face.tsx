import type { PinCard } from "@ukhaan/core/school/schema";
import { useMemo } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { qrPath } from "./qr-path.ts";

/** One card as it is cut out: who, PIN, class code, and a QR code that leads to the PIN of this pupil. */
export function PinCardFace({ card, origin }: { card: PinCard; origin: string }) {
  const t = useWords("teach");
  const { studentId, name, className, schoolName, code, pin } = card;
  const { path, size } = useMemo(() => qrPath(`${origin}/enter/${code}?s=${studentId}`), [origin, code, studentId]);
  return (
    <li className="pin-card">
      <div className="pin-card-text">
        <p className="pin-card-school">
          {schoolName} · {t("classTitle", { name: className })}
        </p>
        <p className="pin-card-name">{name}</p>
        <dl className="pin-card-secrets">
          <div>
            <dt>{t("cardPin")}</dt>
            <dd>{pin}</dd>
          </div>
          <div>
            <dt>{t("cardCode")}</dt>
            <dd>{code}</dd>
          </div>
        </dl>
      </div>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("cardQr", { name })} className="pin-card-qr">
        <path d={path} shapeRendering="crispEdges" fill="currentColor" />
      </svg>
      <p className="pin-card-note">
        {t("cardScan", { site: origin.replace(/^https?:\/\//, "") })} <b>{t("cardSecret")}</b>
      </p>
    </li>
  );
}
