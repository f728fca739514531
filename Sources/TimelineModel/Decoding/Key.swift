import Diagnostics

/// A key of an object, with its name, type, documentation and decoder, so that the content format has one description.
///
/// It is a shared reference and never copied, since every value of every file is decoded through one.
final class Key<Value>: Sendable {
    typealias Decoder = @Sendable (YAMLNode, inout Value, inout Decoding) -> Void

    let name: String
    let type: KeyType
    let isRequired: Bool
    let documentation: String
    let decode: Decoder

    init(
        _ name: String, _ type: KeyType, required: Bool = false, _ documentation: String,
        _ decode: @escaping Decoder
    ) {
        self.name = name
        self.type = type
        self.isRequired = required
        self.documentation = documentation
        self.decode = decode
    }
}
