import { useActionData, useFetcher, useLoaderData } from "@remix-run/react";

/**
 * What a loader or action gives to its page. Single fetch carries plain data unchanged, but Remix's own type adds
 * `undefined` to every optional property, which `exactOptionalPropertyTypes` refuses.
 */
export type Loaded<Source extends (...args: never[]) => unknown> = Plain<Awaited<ReturnType<Source>>>;

type Plain<Value> = Value extends Response
  ? never
  : Value extends { type: string; data: infer Data; init: ResponseInit | null }
    ? Data
    : Value;

/** `useLoaderData` with the loader's own types. */
export function useLoaded<Loader extends (...args: never[]) => unknown>(): Loaded<Loader> {
  return useLoaderData() as Loaded<Loader>;
}

/** `useActionData` with the action's own types. */
export function useActed<Action extends (...args: never[]) => unknown>(): Loaded<Action> | undefined {
  return useActionData() as Loaded<Action> | undefined;
}

/** `useFetcher` with the source's own types. */
export function useFetched<Source extends (...args: never[]) => unknown>() {
  const { data, ...fetcher } = useFetcher();
  return { ...fetcher, data: data as Loaded<Source> | undefined };
}
