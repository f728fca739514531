/// A name below a folder of a site that is not read, with the reason.
public struct UnreadFile: Hashable, Sendable {
    /// The reason for which a name is not read.
    public enum Reason: String, Sendable {
        /// A symbolic link to nothing, or one of several links that form a cycle.
        case leadsNowhere
        /// A symbolic link out of the folder that is read: nothing from elsewhere on a machine gets into a site.
        case leadsOut
        /// A folder of the site that is a symbolic link to a folder that contains the site.
        case holdsTheSite
        /// A symbolic link to a folder that contains the link, which would recurse without end.
        case leadsUp
        /// A symbolic link to a folder that another link already leads to.
        case leadsToTheSame
        /// A pipe, a socket or a device.
        case special
    }

    /// The path of the name, relative to the site's folder.
    public let path: String
    /// The reason for which it is not read.
    public let reason: Reason

    /// Creates the record of a name that is not read.
    public init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }
}
