/// The parts of which dates in words are composed. Each stands for a message template of a ``DateLanguage``; the names
/// in braces below are the placeholders that it may use.
public enum DatePhrase: Int, CaseIterable, Hashable, Sendable {
    // Years: {number}, {first}, {last}, {pattern}, {range}, {year}.
    case yearCE, yearBCE, decade, decadeCE, yearRange, yearRangeCE, yearRangeBCE, yearRangeAcrossEras
    case someYear, someYearLike, significantYear, significantYearUncertain

    // Dates: {day}, {month}, {year}, {date}; {days} and {months} are lists, {first} and {last} limits.
    case day, dayOfMonth, month, early, mid, late, monthRange
    case dayOfSomeMonth, daysOfSomeMonth, someMonth, dateInYear, dateOfYear

    // Missing components: {date} is the rest, {parts} the names of what is missing.
    case notStated, onlyNotStated, someDayIn, someMonthIn, yearName, yearBCEName, monthName, dayName

    // Qualification: {date}, {notes}, {parts}, {state}.
    case approximate, uncertain, withNotes, note, stateUncertain, stateApproximate, stateBoth
    case notesSeparator

    // Parts of a year: {year}, {name}, {ordinal}.
    case spring, summer, autumn, winter, season, seasonNorthern, seasonSouthern
    case quarter, quadrimester, half, seasonOfYear, quarterOfYear, quadrimesterOfYear, halfOfYear
    case seasonName, quarterName, quadrimesterName, halfName

    // Times: {date}, {time}, {offset}.
    case localTime, utcTime, offsetTime

    // Intervals: {start}, {end}, {date}.
    case interval, intervalOfDays, onwards, fromEndUnknown, until, byStartUnknown
    case endUncertain, notedFromEndUnknown, notedByStartUnknown
    case bothUnknown, bothOpen, openStartUnknownEnd, unknownStartOpenEnd

    // Sets: {first}, {last}, {start}, {end}, {date}.
    case or, and, orAfterClauses, andAfterClauses, listSeparator, clauseSeparator
    case someDayFrom, someMonthFrom, someYearFrom, someSeasonFrom, somePartFrom
    case everyDayFrom, everyMonthFrom, everyYearFrom, everySeasonFrom, everyPartFrom
    case orEarlier, orLater, andAllBefore, andAllAfter

    // Explanations: {date}, {start}, {end}, {pattern}, {clauses}.
    case exactDay, exactTime, someTimeIn, someTimeFrom, somethingLike, conventionalSeason, estimatedYear
    case noEndStated, endNotKnown, noStartStated, startNotKnown, startAndEnd, endOnly, oneOf, eachOf
    case explanationSeparator
}
