import Diagnostics

/// One key of an object: its name, its documentation and its decoder stand together, so that the format has
/// one description. Shared and never copied, since every value of every file is read by one.
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
