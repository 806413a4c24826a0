/** The mark: a toono (the crown of a ger, where light comes in) rising like the sun over an open book. */
export function Mark({ className = "size-9" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={`shrink-0 ${className}`} fill="none">
      <g className="stroke-sun" strokeWidth="2" strokeLinecap="round">
        <path d="M6.5 19.5a9.5 9.5 0 0 1 19 0" strokeWidth="2.4" />
        <path d="M12.3 19.5a3.7 3.7 0 0 1 7.4 0" />
        <path d="M16 15.600V10.200M13.3 16.8 9.5 13M18.7 16.8 22.5 13" />
      </g>
      <path
        className="fill-lake"
        d="M16 27.800c-3-2.3-7.4-3-13-2.300v-3.400c5.6-.7 10 0 13 2.3 3-2.3 7.4-3 13-2.300v3.400c-5.6-.7-10 0-13 2.300Z"
      />
    </svg>
  );
}

/** Mark and name; the name is text, so that it is read aloud and follows the theme. */
export function Wordmark({ large = false }: { large?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      <Mark className={large ? "size-11" : "size-8"} />
      <span className={`font-semibold tracking-tight ${large ? "text-2xl" : "text-xl"}`}>Ухаан</span>
    </span>
  );
}

/** A band of the hammer ornament (алхан хээ), drawn once and repeated; decoration only. */
export function OrnamentBand({ className = "" }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={`h-4 w-full text-line-strong opacity-55 ${className}`}>
      <defs>
        <pattern id="alkhan" width="26" height="16" patternUnits="userSpaceOnUse">
          <path d="M0 14.5h26M4.5 14.5v-13h17v9.5h-12V5.5h7v2" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </pattern>
      </defs>
      <rect width="100%" height="16" fill="url(#alkhan)" />
    </svg>
  );
}
