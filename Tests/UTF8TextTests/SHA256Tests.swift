import Testing
import UTF8Text

/// SHA-256 against the examples of FIPS 180-4 and of NIST's validation suite.
@Suite struct SHA256Tests {
    private func digest(_ pieces: [[UInt8]]) -> String {
        var all = SHA256.Pieces()
        for piece in pieces { piece.withUnsafeBytes { all.add($0) } }
        return all.digest.text
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func published(_ text: String, _ expected: String) {
        #expect(digest([Array(text.utf8)]) == expected)
    }

    @Test func aMillionLetters() {
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(digest([[UInt8](repeating: 0x61, count: 1_000_000)]) == expected)
    }

    @Test(
        "The cuts between pieces make no difference", arguments: [1, 55, 56, 57, 63, 64, 65, 119, 120, 300])
    func pieces(_ length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let whole = digest([bytes])
        for cut in 0...length {
            let parts = [Array(bytes[..<cut]), Array(bytes[cut...])]
            if digest(parts) != whole { Issue.record("\(length) bytes cut at \(cut)") }
        }
        #expect(digest([bytes.dropLast()]) != whole)
    }
}
