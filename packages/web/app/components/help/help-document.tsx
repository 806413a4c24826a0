import type { Areas } from "~/i18n/areas.ts";
import type { Locale } from "~/i18n/words.ts";

type WordsOfHelp = Areas["access"];

interface HelpDocumentProps {
  /** Both languages, the reader's own first: the page is kept for everybody who uses this phone. */
  languages: readonly { readonly locale: Locale; readonly words: WordsOfHelp }[];
  title: string;
  styles: string;
  theme: "system" | "light" | "dark";
}

/**
 * A whole page of plain HTML: no script, no icon, nobody's name. It is all that the service worker keeps, so it must stand
 * without anything else but its style sheet, and without that as well.
 */
export function HelpDocument({ languages, title, styles, theme }: HelpDocumentProps) {
  const [first] = languages;
  return (
    <html lang={first?.locale} className={theme === "system" ? undefined : `theme-${theme}`}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{title}</title>
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        <main id="main" className="mx-auto grid w-full max-w-xl gap-10 px-4 py-6 sm:py-10">
          {languages.map(({ locale, words }, index) => (
            <HelpSection key={locale} locale={locale} words={words} isFirst={index === 0} />
          ))}
        </main>
      </body>
    </html>
  );
}

function HelpSection({ locale, words: t, isFirst }: { locale: Locale; words: WordsOfHelp; isFirst: boolean }) {
  const Heading = isFirst ? "h1" : "h2";
  return (
    <section lang={locale} className="grid gap-4 rounded-lg border border-care-line bg-care p-5 text-care-ink">
      <div className="grid gap-1.5">
        <Heading className="text-2xl">{t.helpTitle}</Heading>
        <p className="text-[1.0625rem] leading-relaxed">{t.helpText}</p>
      </div>
      <a
        href="tel:108"
        aria-label={`${t.helpCall}. ${t.helpCallName}`}
        className="button button-main min-h-16 justify-start px-5 text-left"
      >
        <span className="grid">
          <span className="text-xl leading-tight font-semibold">{t.helpCall}</span>
          <span className="text-sm">{t.helpCallName}</span>
        </span>
      </a>
      <p className="font-medium">{t.helpDanger}</p>
      <ul className="grid grid-cols-3 gap-2">
        <Emergency number="102" name={t.helpPolice} />
        <Emergency number="103" name={t.helpAmbulance} />
        <Emergency number="105" name={t.helpEmergency} />
      </ul>
      <p>{t.helpAdults}</p>
      <p className="text-sm">{t.helpOffline}</p>
      <a href="/" className="button button-quiet justify-self-start">
        {t.helpBack}
      </a>
    </section>
  );
}

function Emergency({ number, name }: { number: string; name: string }) {
  return (
    <li>
      <a
        href={`tel:${number}`}
        aria-label={`${name}: ${number}`}
        className="grid h-full min-h-16 content-center justify-items-center rounded-md border border-care-line px-2 py-2 text-center hover:bg-surface"
      >
        <span className="text-lg leading-tight font-semibold">{number}</span>
        <span className="text-xs leading-tight">{name}</span>
      </a>
    </li>
  );
}
