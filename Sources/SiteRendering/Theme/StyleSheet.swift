import TimelineModel

/// Returns the style sheet of a site: the theme's, followed by the colours and fonts that `timeline.yml` sets.
func styleSheet(_ theme: [UInt8], _ timeline: Timeline) -> [UInt8] {
    var css = theme
    let properties = timeline.settings.theme.properties
    if !properties.isEmpty {
        let declarations = properties.map { "--\(customProperty($0.name)): \($0.value);" }
        css.append(contentsOf: "\n:root { \(declarations.joined(separator: " ")) }\n".utf8)
    }
    for group in timeline.groups.values {
        guard let color = group.color else { continue }
        css.append(contentsOf: "\n.\(groupClass(group.id)) { --group: \(color); }".utf8)
    }
    css.append(contentsOf: "\n".utf8)
    return css
}

private func customProperty(_ key: String) -> String { key.replacing("_", with: "-") }
