extension CalendarDate {
    /// The shortest EDTF text: one sign at the end where all components are qualified alike, else a sign
    /// to the left of each qualified month or day and to the right of the year.
    public var canonical: String {
        let all = qualifications
        let isUniform = all.allSatisfy { $0 == all[0] }
        var text = year.text
        if !isUniform { text += yearQualification.symbol }
        if let month {
            text += "-" + (isUniform ? "" : monthQualification.symbol) + month.text
        }
        if let day {
            text += "-" + (isUniform ? "" : dayQualification.symbol) + day.text
        }
        return isUniform ? text + all[0].symbol : text
    }
}
