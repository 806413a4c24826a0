import { Maths } from "../../maths.tsx";

const formula = /(\$\$[\s\S]+?\$\$|\$(?:\\.|[^$\\\n])+?\$)/;

/** A passage's text with its maths drawn, as far as it is complete. */
export function TextPreview({ text }: { text: string }) {
  return (
    <p className="rounded-md bg-sunken px-3.5 py-2.5 wrap-anywhere whitespace-pre-line">
      {text.split(formula).map((part, position) => {
        const key = `${position}-${part}`;
        if (position % 2 === 0) return <span key={key}>{part}</span>;
        const display = part.startsWith("$$");
        return <Maths key={key} tex={part.slice(display ? 2 : 1, display ? -2 : -1)} display={display} />;
      })}
    </p>
  );
}
