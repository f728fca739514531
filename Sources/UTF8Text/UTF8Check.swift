/// The range of the first ill-formed UTF-8 sequence; nil if all bytes are valid.
public func firstInvalidUTF8(in bytes: [UInt8]) -> Range<Int>? {
    // Most files are fine, and the library's own check is quick.
    if bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let scalar): offset += scalar.count
        case .error(let length): return offset..<offset + length
        case .emptyInput: return nil
        }
    }
}
