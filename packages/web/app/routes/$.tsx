import { data } from "@remix-run/node";
import { ErrorPage } from "~/components/error-page.tsx";

/** Every address that is nothing else. A route of its own, so that the root's words are there for the page. */
export function loader(): never {
  throw data(null, { status: 404 });
}

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
