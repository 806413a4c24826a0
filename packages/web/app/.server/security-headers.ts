/**
 * Security headers of a page. Scripts run by nonce only; styles come from our own files (no inline styles in the
 * HTML: components that need a computed place use SVG attributes); images also from the store of page images.
 */
export function setSecurityHeaders(headers: Headers, options: { nonce: string; fileOrigins: readonly string[] }): void {
  const { nonce, fileOrigins } = options;
  const development = import.meta.env.DEV;
  const policy = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    // Vite's development server injects style elements and listens on a web socket.
    "style-src": development ? "'self' 'unsafe-inline'" : "'self'",
    "connect-src": ["'self'", ...fileOrigins, ...(development ? ["ws:"] : [])].join(" "),
    "img-src": ["'self'", ...fileOrigins].join(" "),
    "font-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  headers.set(
    "content-security-policy",
    Object.entries(policy)
      .map(([directive, value]) => `${directive} ${value}`)
      .join("; "),
  );
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  // Pages show one person's data; the CDN and shared computers must not keep them.
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
}
