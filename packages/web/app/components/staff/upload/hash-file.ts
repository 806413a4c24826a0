/** SHA-256 of a file, hex; undefined where the browser can't tell (only secure connections may). At most 80 MB are held. */
export async function hashFile(file: File): Promise<string | undefined> {
  // Absent on plain http, whatever its type says.
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return undefined;
  const digest = await subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
