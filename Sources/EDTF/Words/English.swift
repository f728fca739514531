extension DateLanguage {
    /// English, with the day before the month.
    public static let english = DateLanguage(
        tag: "en",
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        ordinals: ["1st", "2nd", "3rd", "4th"],
        groupingSeparator: ",",
        reading: .english,
        templates: englishTemplates)

    private static let englishTemplates: [DatePhrase: String] = [
        .yearCE: "{number} CE", .yearBCE: "{number} BCE", .decade: "{number}s", .decadeCE: "{number}s CE",
        .yearRange: "{first}–{last}", .yearRangeCE: "{first}–{last} CE", .yearRangeBCE: "{first}–{last} BCE",
        .yearRangeAcrossEras: "{first} – {last}",
        .someYear: "some year from {first} to {last}",
        .someYearLike: "some year that reads {pattern} ({range})",
        .significantYear: "c. {year} ({range})",
        .significantYearUncertain: "c. {year} ({range}, uncertain)",

        .day: "{day} {month} {year}", .dayOfMonth: "{day} {month}", .month: "{month} {year}",
        .early: "early {month}", .mid: "mid {month}", .late: "late {month}",
        .monthRange: "some month from {first} to {last}",
        .dayOfSomeMonth: "day {day} of {month}",
        .daysOfSomeMonth: "some day from {first} to {last} of {month}",
        .someMonth: "a month not stated", .dateInYear: "{date} in {year}", .dateOfYear: "{date} of {year}",

        .notStated: "{date}, {parts} not stated", .onlyNotStated: "{parts} not stated",
        .someDayIn: "some day in {date}", .someMonthIn: "some month in {date}",
        .yearName: "year", .yearBCEName: "year BCE", .monthName: "month", .dayName: "day",

        .approximate: "c. {date}", .uncertain: "{date} (uncertain)", .withNotes: "{date} ({notes})",
        .note: "{parts} {state}", .stateUncertain: "uncertain", .stateApproximate: "approximate",
        .stateBoth: "uncertain and approximate", .notesSeparator: ", ",

        .spring: "spring", .summer: "summer", .autumn: "autumn", .winter: "winter",
        .season: "{name} {year}", .seasonNorthern: "{date} (Northern Hemisphere)",
        .seasonSouthern: "{date} (Southern Hemisphere)",
        .quarter: "{ordinal} quarter {year}", .quadrimester: "{ordinal} quadrimester {year}",
        .half: "{ordinal} half of {year}", .seasonOfYear: "{name}", .quarterOfYear: "{ordinal} quarter",
        .quadrimesterOfYear: "{ordinal} quadrimester", .halfOfYear: "{ordinal} half",
        .seasonName: "season", .quarterName: "quarter", .quadrimesterName: "quadrimester",
        .halfName: "half",

        .localTime: "{date}, {time}", .utcTime: "{date}, {time} UTC",
        .offsetTime: "{date}, {time} (UTC{offset})",

        .interval: "{start} – {end}", .intervalOfDays: "{start}–{end}", .onwards: "{date} onwards",
        .fromEndUnknown: "from {date} (end not known)", .until: "until {date}",
        .byStartUnknown: "by {date} (start not known)", .bothUnknown: "start and end not known",
        .endUncertain: "{date} (end uncertain)", .notedFromEndUnknown: "from {date}, end not known",
        .notedByStartUnknown: "by {date}, start not known",
        .bothOpen: "start and end open", .openStartUnknownEnd: "start open, end not known",
        .unknownStartOpenEnd: "start not known, end open",

        .or: "{first} or {last}", .and: "{first} and {last}", .orAfterClauses: "{first}; or {last}",
        .andAfterClauses: "{first}; and {last}", .listSeparator: ", ", .clauseSeparator: "; ",
        .someDayFrom: "some day from {start} to {end}", .someMonthFrom: "some month from {start} to {end}",
        .someYearFrom: "some year from {start} to {end}",
        .someSeasonFrom: "some season from {start} to {end}",
        .somePartFrom: "some part of the year from {start} to {end}",
        .everyDayFrom: "every day from {start} to {end}",
        .everyMonthFrom: "every month from {start} to {end}",
        .everyYearFrom: "every year from {start} to {end}",
        .everySeasonFrom: "every season from {start} to {end}",
        .everyPartFrom: "every part of the year from {start} to {end}",
        .orEarlier: "{date} or earlier", .orLater: "{date} or later",
        .andAllBefore: "{date} and all before", .andAllAfter: "{date} and all after",

        .exactDay: "{date}, to the day", .exactTime: "{date}, as written", .someTimeIn: "some time in {date}",
        .someTimeFrom: "some time from {start} to {end}",
        .somethingLike: "{date} that reads {pattern}",
        .conventionalSeason: "{date}, shown by convention as {start} to {end}",
        .estimatedYear: "{date}, estimated as {year}",
        .noEndStated: "no end stated", .endNotKnown: "the end is not known",
        .noStartStated: "no start stated", .startNotKnown: "the start is not known",
        .startAndEnd: "start: {start}; end: {end}", .endOnly: "end: {date}",
        .oneOf: "one of: {date}", .eachOf: "each of: {date}", .explanationSeparator: "; ",
    ]
}

extension ReadingWords {
    /// The words of English.
    public static let english = ReadingWords(
        abbreviations: [
            "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9,
            "Oct": 10, "Nov": 11, "Dec": 12,
        ],
        connectors: [
            "after", "and", "approximately", "as", "at", "before", "between", "but", "by", "evening", "from",
            "if", "in", "morning", "night", "on", "onward", "onwards", "or", "perhaps", "possibly",
            "probably", "shortly", "the", "through", "throughout", "till", "to", "until", "when", "while",
            "with", "ad", "bc", "bce", "ce",
        ],
        joiners: ["and", "or", "to", "through", "till", "until"],
        linkers: ["of"],
        ordinalEndings: ["st", "nd", "rd", "th"],
        decadeEndings: ["s"],
        commonEra: ["CE", "AD"],
        beforeCommonEra: ["BCE", "BC"],
        nights: ["night", "nights", "overnight"],
        beforeTimes: ["at"],
        notAfterMonth: ["be", "have", "not", "well"])
}
