import UTF8Text

#if os(Linux)
    import Diagnostics
    import Glibc

    /// The mounted file systems, as Linux lists them (proc_pid_mountinfo(5)); empty if it does not.
    struct MountTable {
        private let lines: [[Substring]]

        init(_ text: String) {
            lines = text.parts(between: "\n").map { $0.parts(between: " ").filter { !$0.isEmpty } }
        }

        static var current: MountTable {
            var bytes: [UInt8] = []
            let descriptor = unsafe open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return MountTable("") }
            defer { close(descriptor) }
            var buffer = [UInt8](repeating: 0, count: 16_384)
            while true {
                let count = unsafe read(descriptor, &buffer, buffer.count)
                if count <= 0 { break }
                bytes += buffer[..<count]
            }
            return MountTable(String(decoding: bytes, as: UTF8.self))
        }

        /// The type of the file system on a device, such as `nfs4`; nil if it is not listed.
        func fileSystem(of device: UInt) -> String? {
            // As makedev(3) puts the two together.
            let major = (device >> 32 & 0xFFFF_F000) | (device >> 8 & 0xFFF)
            let minor = (device >> 12 & 0xFFFF_FF00) | (device & 0xFF)
            let numbers = "\(major):\(minor)"
            guard let line = lines.last(where: { $0.count > 2 && $0[2] == numbers }),
                let mark = line.lastIndex(of: "-"), line.indices.contains(mark + 1)
            else { return nil }
            return String(line[mark + 1])
        }

        /// Whether a type is that of a network file system or of one that a program provides.
        static func isDistant(_ name: String) -> Bool {
            name.begins(with: "fuse.")
                || [
                    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "virtiofs", "fuse", "afs", "ceph", "vboxsf",
                    "prl_fs",
                ].contains(name)
        }
    }
#endif
