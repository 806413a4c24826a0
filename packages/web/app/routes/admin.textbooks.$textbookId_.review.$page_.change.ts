import type { ActionFunctionArgs } from "@remix-run/node";
import { changePageByForm } from "~/.server/change-page.ts";
import { readForm } from "~/.server/read-form.ts";
import { resource } from "~/.server/resource.ts";

/** A change of a page under review, asked for from within the page: what was typed stays there whatever this answers. */
export const action = resource(async ({ request, params }: ActionFunctionArgs) =>
  changePageByForm(request, params, await readForm(request)),
);
