import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "~/routes/_pupil.tsx";

/** Who is signed in, on a page of a pupil. */
export function usePupil() {
  const data = useRouteLoaderData<typeof loader>("routes/_pupil");
  if (!data) throw new Error("usePupil outside a pupil's page");
  return data;
}
