import { NavLink, useLocation } from "@remix-run/react";
import type { Role } from "@ukhaan/core/kernel";
import { useWords } from "~/i18n/use-words.ts";

/** The parts of the staff area that this person works in; nothing for whoever works in one only. */
export function StaffSections({ of: role, safeguarding }: { of: Role; safeguarding: boolean }) {
  const t = useWords("common");
  const { pathname } = useLocation();
  if (!safeguarding) return null;
  const own =
    role === "platform-admin"
      ? ({ to: "/admin/textbooks", label: t("sectionTextbooks") } as const)
      : ({ to: "/teach", label: t("sectionClasses") } as const);
  const ai = { "platform-admin": "/admin/ai", "school-admin": "/teach/ai" } as const;
  const switches =
    role === "platform-admin" || role === "school-admin" ? [{ to: ai[role], label: t("sectionAi") }] : [];
  const features = role === "platform-admin" ? [{ to: "/admin/flags", label: t("sectionFeatures") }] : [];
  const others = [{ to: "/safeguarding", label: t("sectionSafeguarding") }, ...switches, ...features];
  const isElsewhere = others.some(({ to }) => pathname.startsWith(to));
  return (
    <nav aria-label={t("staffSections")} className="border-b border-line bg-surface print:hidden">
      <ul className="mx-auto flex w-full max-w-5xl flex-wrap gap-x-1 px-2">
        {[own, ...others].map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              className={({ isActive }) =>
                `inline-flex min-h-11 items-center border-b-2 px-3 whitespace-nowrap ${isActive && !(isElsewhere && to === own.to) ? "border-lake font-medium text-ink" : "border-transparent text-ink-soft hover:text-ink"}`
              }
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
