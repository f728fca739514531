"""nginx, Caddy, Apache and lighttpd, each with the site's own header file and nothing else, on ports of 127.0.0.1."""

import os
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from webdriver import free_port, wait_for_port


class Server:
    """A server of a site's folder at a path of its host."""

    def __init__(self, name: str, site: Path, folder: Path, at: str = "/"):
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        # The servers drop root privileges, so the files that they serve must be readable by all users.
        root = folder / "root"
        target = root / at.strip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-r", site, target], check=True)
        for part in [root, *root.parents][:4]:
            part.chmod(part.stat().st_mode | 0o755)
        self.folder = target
        command = _COMMANDS[name](self.port, root, target, folder)
        self._log = (folder / "log").open("wb")
        environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        self._process = subprocess.Popen(command, stdout=self._log, stderr=self._log, env=environment)
        wait_for_port(self.port, self._process, folder / "log")

    def get(self, path: str, accept: str | None = None) -> tuple[int, dict[str, str], bytes]:
        """The status, the headers by lower-case names, and the body, which has the accepted content coding."""
        headers = {} if accept is None else {"Accept-Encoding": accept}
        request = urllib.request.Request(self.origin + path, headers=headers)
        try:
            with _opener.open(request, timeout=30) as answer:
                return answer.status, _small(answer.headers), answer.read()
        except urllib.error.HTTPError as error:
            return error.code, _small(error.headers), error.read()

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


_opener = urllib.request.build_opener(_NoRedirect)


def _small(headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _nginx(port: int, root: Path, site: Path, folder: Path) -> list:
    (folder / "nginx.conf").write_text(f"""
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types; access_log off;
    client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    server {{
        listen 127.0.0.1:{port}; root {root}; include {site}/headers/nginx.conf;
    }}
}}
""")
    return ["/usr/sbin/nginx", "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"]


def _caddy(port: int, root: Path, site: Path, folder: Path) -> list:
    (folder / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n\troot * {root}\n\tfile_server\n"
        f"\timport {site}/headers/Caddyfile\n}}\n")
    return ["caddy", "run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"]


def _apache(port: int, root: Path, site: Path, folder: Path) -> list:
    """As on common hosts: file listings are on, and a folder may have rules of its own."""
    modules = Path("/usr/lib/apache2/modules")
    # Some modules are built in; which ones depends on the system.
    names = ["mpm_event", "unixd", "authz_core", "dir", "mime", "alias", "autoindex", "headers", "rewrite"]
    names = [name for name in names if (modules / f"mod_{name}.so").exists()]
    (site / ".htaccess").write_bytes((site / "headers" / "apache.htaccess").read_bytes())
    (folder / "httpd.conf").write_text(
        "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in names)
        + f"ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/error.log\n"
        f"DefaultRuntimeDir {folder}\nTypesConfig /etc/mime.types\nUser nobody\nGroup nogroup\nDocumentRoot {root}\n"
        f"<Directory />\n\tOptions Indexes FollowSymLinks\n\tAllowOverride All\n\tRequire all granted\n</Directory>\n")
    return ["/usr/sbin/apache2", "-D", "FOREGROUND", "-d", folder, "-f", folder / "httpd.conf"]


def _lighttpd(port: int, root: Path, site: Path, folder: Path) -> list:
    """As on Debian: some types are known, and folders may be listed."""
    (folder / "lighttpd.conf").write_text(f"""
server.port = {port}
server.bind = "127.0.0.1"
server.document-root = "{root}"
mimetype.assign = ( ".html" => "text/html", ".css" => "text/css; charset=utf-8", ".js" => "text/javascript",
    ".svg" => "image/svg+xml", ".png" => "image/png", ".json" => "application/json", ".xml" => "application/xml",
    ".txt" => "text/plain; charset=utf-8", "" => "application/octet-stream" )
dir-listing.activate = "enable"
include "{site}/headers/lighttpd.conf"
""")
    return ["/usr/sbin/lighttpd", "-D", "-f", folder / "lighttpd.conf"]


_COMMANDS = {"nginx": _nginx, "caddy": _caddy, "apache": _apache, "lighttpd": _lighttpd}
