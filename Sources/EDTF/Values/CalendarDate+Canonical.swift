extension CalendarDate {
    /// The canonical EDTF text: one sign at the end if all components are qualified alike; otherwise a sign to the left
    /// of each qualified month or day, and to the right of a qualified year.
    public var canonical: String {
        let isUniform =
            (precision < .month || monthQualification == yearQualification)
            && (precision < .day || dayQualification == yearQualification)
        // A year of five bytes with its sign, and two pairs of digits with a sign and a hyphen each.
        return String(capacity: 14) { text in
            year.write(to: &text)
            if !isUniform { text.append(yearQualification.symbol) }
            if let month {
                text.append(UInt8(ascii: "-"))
                if !isUniform { text.append(monthQualification.symbol) }
                month.write(to: &text)
            }
            if let day {
                text.append(UInt8(ascii: "-"))
                if !isUniform { text.append(dayQualification.symbol) }
                day.write(to: &text)
            }
            if isUniform { text.append(yearQualification.symbol) }
        }
    }
}
