import { redirect } from "@remix-run/node";

/** Textbooks are what there is to administer so far. */
export const loader = () => redirect("/admin/textbooks");
