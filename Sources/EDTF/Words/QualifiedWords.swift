/// A single date in words, with its qualification.
struct SingleDateWords {
    let date: SingleDate
    let language: DateLanguage
    var isNested = false
    /// The phrase that marks a date which is uncertain as a whole.
    var uncertain = DatePhrase.uncertain

    var text: String {
        switch date {
        case .date(let date):
            var words = DateWords(date: date, language: language)
            words.isNested = isNested
            guard !date.anyQualification.isEmpty else { return words.text }
            let names: [DatePhrase] = [.yearName, .monthName, .dayName]
            return qualified(words.text, Array(zip(names, date.qualifications)))
        case .year(let year):
            return self.year(year)
        case .season(let season):
            let parts = [(.yearName, season.yearQualification), (season.part.name, season.partQualification)]
            return qualified(self.season(season), parts)
        }
    }

    private func year(_ year: LongYear) -> String {
        guard year.years.count > 1 else {
            return qualified(language.year(year.year), [(.yearName, year.qualification)])
        }
        // The phrase already says that the year is approximate.
        let isUncertain = year.qualification.contains(.uncertain)
        return language.fill(
            isUncertain ? .significantYearUncertain : .significantYear,
            ["year": language.year(year.year), "range": language.years(year.years)])
    }

    private func season(_ season: Season) -> String {
        let part = season.part
        var text: String
        if let year = season.year.number {
            let yearText = part.crossesYearEnd ? language.seasonYears(year) : language.year(year)
            text = part.text(in: language, year: yearText)
        } else {
            text = part.text(in: language, year: nil)
            if season.year.isUnspecified {
                let missing = language.template(season.year.isNegative ? .yearBCEName : .yearName)
                text = language.fill(.notStated, ["date": text, "parts": missing])
            } else {
                text = language.fill(.dateOfYear, ["date": text, "year": language.someYear(season.year)])
            }
        }
        switch part.hemisphere {
        case .northern: return language.fill(.seasonNorthern, ["date": text])
        case .southern: return language.fill(.seasonSouthern, ["date": text])
        case nil: return text
        }
    }

    /// Adds "c.", "(uncertain)", or notes on the components whose qualification differs.
    private func qualified(_ text: String, _ parts: [(DatePhrase, Qualification)]) -> String {
        guard parts.contains(where: { !$0.1.isEmpty }) else { return text }
        let shared = parts.reduce([.uncertain, .approximate] as Qualification) { $0.intersection($1.1) }
        var result = shared.contains(.approximate) ? language.fill(.approximate, ["date": text]) : text
        let notes = QualificationNotes(
            parts: parts.map { ($0.0, $0.1.subtracting(shared)) }, language: language)
        var clauses = notes.clauses
        if shared.contains(.uncertain) {
            if clauses.isEmpty { return language.fill(uncertain, ["date": result]) }
            clauses.insert(language.template(.stateUncertain), at: 0)
        }
        guard !clauses.isEmpty else { return result }
        let joined = clauses.joined(separator: language.template(.notesSeparator))
        result = language.fill(.withNotes, ["date": result, "notes": joined])
        return result
    }
}

/// Notes on the qualification of single components: `year and month uncertain`, `day approximate`.
struct QualificationNotes {
    let parts: [(DatePhrase, Qualification)]
    let language: DateLanguage

    var clauses: [String] {
        var clauses: [String] = []
        var seen: Set<Qualification> = [[]]
        for (_, qualification) in parts where seen.insert(qualification).inserted {
            let names = parts.filter { $0.1 == qualification }.map { language.template($0.0) }
            clauses.append(
                language.fill(
                    .note,
                    ["parts": language.list(names, .and), "state": language.template(qualification.state)]))
        }
        return clauses
    }
}

extension Qualification {
    var state: DatePhrase {
        switch self {
        case .uncertain: .stateUncertain
        case .approximate: .stateApproximate
        default: .stateBoth
        }
    }
}

extension YearPart {
    /// The name of the part in notes.
    var name: DatePhrase {
        switch division {
        case .season: .seasonName
        case .quarter: .quarterName
        case .quadrimester: .quadrimesterName
        case .half: .halfName
        }
    }

    /// The part in words, with its year if one is given.
    func text(in language: DateLanguage, year: String?) -> String {
        let seasons: [DatePhrase] = [.spring, .summer, .autumn, .winter]
        let phrases: (with: DatePhrase, without: DatePhrase) =
            switch division {
            case .season: (.season, .seasonOfYear)
            case .quarter: (.quarter, .quarterOfYear)
            case .quadrimester: (.quadrimester, .quadrimesterOfYear)
            case .half: (.half, .halfOfYear)
            }
        let name = division == .season ? language.template(seasons[number - 1]) : ""
        let ordinal = language.ordinals.indices.contains(number - 1) ? language.ordinals[number - 1] : ""
        return language.fill(
            year == nil ? phrases.without : phrases.with,
            ["name": name, "ordinal": ordinal, "year": year ?? ""])
    }
}
