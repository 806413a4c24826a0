import type * as KatexModule from "katex";
import { useEffect, useRef, useState } from "react";

type Katex = typeof KatexModule;
let loading: Promise<Katex> | undefined;

/** katex with its styles and fonts comes when the first formula is seen. */
function loadKatex(): Promise<Katex> {
  loading ??= Promise.all([import("katex"), import("katex/dist/katex.min.css")]).then(([katex]) => katex);
  return loading;
}

/** One formula. Until katex is there (or if it never comes) the formula's source stands in its place. */
export function Maths({ tex, display = false }: { tex: string; display?: boolean }) {
  const ref = useRef<HTMLSpanElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let current = true;
    loadKatex().then(
      (katex) => {
        if (!current || !ref.current) return;
        // Drawn into the document, not as HTML text: katex sets styles by script, which the CSP allows.
        katex.default.render(tex, ref.current, { displayMode: display, throwOnError: false, strict: "ignore" });
        setDrawn(true);
      },
      // The source of the formula stays readable, and the next formula tries again.
      () => (loading = undefined),
    );
    return () => {
      current = false;
    };
  }, [tex, display]);
  return (
    <span className={display ? "my-1 block overflow-x-auto overflow-y-hidden py-1 text-center" : undefined}>
      {!drawn && <code className="text-ink-soft">{tex}</code>}
      <span ref={ref} />
    </span>
  );
}
