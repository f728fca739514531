import CPangoCairo
import CZlib
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The reason why a card cannot be drawn.
public struct DrawingFailure: Error, Hashable, Sendable {
    /// What the system or the library reports: a file that it does not find, the name of a missing function, or too
    /// little memory.
    public let reason: String
}

/// Pango and Cairo, which set texts and draw, with the fonts of this system. They are loaded when the first card is
/// needed: a site without cards is built without them.
@safe
final class DrawingLibrary: Sendable {
    /// The functions of the libraries. They are called from many threads, each with objects of its own.
    nonisolated(unsafe) let calls: UnsafePointer<PangoCairo>

    /// The file name of the library on this system.
    static var fileName: String {
        #if canImport(Darwin) && arch(arm64)
            // Homebrew's folder on these machines, in which the system does not look by itself.
            "/opt/homebrew/lib/libpangocairo-1.0.0.dylib"
        #elseif canImport(Darwin)
            "libpangocairo-1.0.0.dylib"
        #else
            "libpangocairo-1.0.so.0"
        #endif
    }

    /// Loads the library and everything that it depends on.
    ///
    /// - Parameter name: the file name of libpangocairo.
    /// - Throws: if the library is not installed, or too old, or if there is no font.
    init(_ name: String) throws(DrawingFailure) {
        // Where the language of a text leaves a choice, Pango and fontconfig ask these variables; without them they
        // would ask for the locale of the person who builds the site.
        for variable in ["PANGO_LANGUAGE", "FC_LANG"] { unsafe setenv(variable, "en", 1) }
        var reason: UnsafeMutablePointer<CChar>?
        guard let calls = unsafe pango_cairo_load(name, &reason) else {
            let text = unsafe reason.map { unsafe String(cString: $0) } ?? name
            unsafe free(reason)
            throw DrawingFailure(reason: text)
        }
        unsafe self.calls = calls
        // Pango ends the process if there is none.
        let fonts = unsafe calls.pointee.FcConfigGetFonts(nil, 0)
        if unsafe (fonts?.pointee.count ?? 0) == 0 {
            throw DrawingFailure(reason: "no font is installed")
        }
    }

    /// The versions of all libraries that determine the pixels or the bytes of a card.
    var versions: [String] {
        var library: UnsafeMutableRawPointer?
        var (major, minor, patch) = (Int32(0), Int32(0), Int32(0))
        if unsafe calls.pointee.FT_Init_FreeType(&library) == 0 {
            unsafe calls.pointee.FT_Library_Version(library, &major, &minor, &patch)
            _ = unsafe calls.pointee.FT_Done_FreeType(library)
        }
        return unsafe [
            "Pango " + String(cString: calls.pointee.pango_version_string()),
            "Cairo " + String(cString: calls.pointee.cairo_version_string()),
            "HarfBuzz " + String(cString: calls.pointee.hb_version_string()),
            "FreeType \(major).\(minor).\(patch)",
            "fontconfig \(calls.pointee.FcGetVersion())",
            "zlib " + String(cString: zlibVersion()),
        ]
    }

    /// The fingerprint of the installed fonts, by file, size and version, and of the configuration that chooses among
    /// them.
    var fonts: Fingerprint {
        var lines: Set<String> = []
        if let set = unsafe calls.pointee.FcConfigGetFonts(nil, 0), let fonts = unsafe set.pointee.fonts {
            for number in 0..<Int(unsafe set.pointee.count) {
                lines.insert(unsafe line(fonts[number]))
            }
        }
        if let list = unsafe calls.pointee.FcConfigGetConfigFiles(nil) {
            while let name = unsafe calls.pointee.FcStrListNext(list) {
                let path = unsafe String(cString: name)
                lines.insert("\(path)\t\(fileSize(path))")
            }
            unsafe calls.pointee.FcStrListDone(list)
        }
        return Fingerprint(of: Array(lines.sorted(byBytesOf: \.self).joined(separator: "\n").utf8))
    }

    /// Describes a font in a line.
    private func line(_ font: OpaquePointer) -> String {
        var name: UnsafePointer<CChar>?
        var (index, version) = (Int32(0), Int32(0))
        _ = unsafe calls.pointee.FcPatternGetString(font, "file", 0, &name)
        _ = unsafe calls.pointee.FcPatternGetInteger(font, "index", 0, &index)
        _ = unsafe calls.pointee.FcPatternGetInteger(font, "fontversion", 0, &version)
        let path = unsafe name.map { unsafe String(cString: $0) } ?? ""
        return "\(path)\t\(index)\t\(version)\t\(fileSize(path))"
    }

    /// Returns the size of a file in bytes; -1 if there is none.
    private func fileSize(_ path: String) -> Int {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? Int(status.st_size) : -1
    }

    /// Returns the code of a character's script (ISO 15924), such as `Hang`.
    func script(of character: Unicode.Scalar) -> String {
        let script = unsafe calls.pointee.g_unichar_get_script(character.value)
        let code = unsafe calls.pointee.g_unicode_script_to_iso15924(script)
        let letters = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> UInt32($0)) }
        return String(decoding: letters, as: UTF8.self)
    }
}
