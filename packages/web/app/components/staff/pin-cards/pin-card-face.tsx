import type { PinCard } from "@ukhaan/core/school/schema";
import { useMemo } from "react";
import { cardWords } from "./card-words.ts";
import { qrPath } from "./qr-path.ts";

/** One card as it is cut out: who, PIN, class code, and a QR code that leads to the PIN of this pupil. */
export function PinCardFace({ card, origin }: { card: PinCard; origin: string }) {
  const { studentId, name, className, schoolName, code, pin } = card;
  const { path, size } = useMemo(() => qrPath(`${origin}/enter/${code}?s=${studentId}`), [origin, code, studentId]);
  return (
    <li className="pin-card">
      <div className="pin-card-text">
        <p className="pin-card-school">
          {schoolName} · {cardWords.className(className)}
        </p>
        <p className="pin-card-name">{name}</p>
        <dl className="pin-card-secrets">
          <div>
            <dt>{cardWords.pin}</dt>
            <dd>{pin}</dd>
          </div>
          <div>
            <dt>{cardWords.code}</dt>
            <dd>{code}</dd>
          </div>
        </dl>
      </div>
      <svg viewBox={`0 0 ${size} ${size}`} className="pin-card-qr">
        <title>{cardWords.qr(name)}</title>
        <path d={path} shapeRendering="crispEdges" fill="currentColor" />
      </svg>
      <p className="pin-card-note">
        {cardWords.scan(origin.replace(/^https?:\/\//, ""))} <b>{cardWords.secret}</b>
      </p>
    </li>
  );
}
