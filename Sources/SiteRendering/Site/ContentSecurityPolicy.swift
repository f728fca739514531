/// What may be loaded by a page: nothing but the site's own styles, scripts, pictures and sound. A page
/// says it in its head; the header files say it too, with what a page cannot say of itself.
let contentSecurityPolicy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "media-src 'self'",
    "connect-src 'self'", "base-uri 'none'", "form-action 'self'",
].joined(separator: "; ")
