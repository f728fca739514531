/// The Content Security Policy of every page (W3C, CSP Level 3): a page loads only the site's own styles, scripts,
/// pictures and sound. Each page declares it in its head; the header files repeat it, with the directives that a page
/// cannot declare for itself.
let contentSecurityPolicy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "media-src 'self'",
    "connect-src 'self'", "base-uri 'none'", "form-action 'self'",
].joined(separator: "; ")
