import TimelineModel

/// The server configuration for addresses without a file, and for folders without an index: the server answers with
/// the "not found" page and never lists a folder.
struct MissingPages {
    let nginx: String
    let caddy: String
    let apache: String
    let lighttpd: String

    init(_ site: Site) {
        let page = PageFrame.folder(of: site.settings.baseURL) + PagePath.notFound
        let why = "What is not there, and folders without an index, are answered by the site's own page.\n"
        nginx = "# \(why)error_page 403 404 =404 \(page);\n"
        caddy = """
            # \(why)handle_errors {
            \t@missing expression {http.error.status_code} in [403, 404]
            \thandle @missing {
            \(HeaderFiles.caddyOfMissing)\
            \t\trewrite * \(page)
            \t\tfile_server
            \t}
            }

            """
        lighttpd = """
            \t# \(why)\tindex-file.names = ( "index.html" )
            \tdir-listing.activate = "disable"
            \tserver.error-handler = "\(page)"

            """
        // Apache rejects mod_rewrite rules unless the folder may follow symbolic links.
        apache = """
            # \(why)Options -Indexes +SymLinksIfOwnerMatch
            DirectoryIndex index.html
            ErrorDocument 403 \(page)
            ErrorDocument 404 \(page)
            <IfModule mod_rewrite.c>
            \tRewriteEngine On
            \tRewriteCond %{REQUEST_FILENAME} -d
            \tRewriteCond %{REQUEST_FILENAME}/index.html !-f
            \tRewriteRule ^ - [R=404]
            </IfModule>

            """
    }
}
