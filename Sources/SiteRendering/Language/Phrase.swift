import EDTF
import TimelineModel

/// A message of the interface with placeholders in braces, which the program fills.
enum Phrase: String, CaseIterable, Sendable {
    case entryCountOne, entryCountOther, extent, kilometres, degreesNorth, degreesSouth, degreesEast
    case degreesWest, listMore, listLast, range, atLeast, atMost, withUnit, qualified, noteMark
    case cardText, siteCardText
    case pageTitle, partTitle, statusTitle, actorDescription, placeDescription, sourceDescription
    case groupDescription, tagDescription, statusDescription, periodDescription, sourceLabel
    case unnamedSpeaker, citedTitle, citedState, toBePublished, knownOn
    case earlierDay, earlierDayDescription, earlierDayCount, earlierDayPossibly
    case overviewMark, overviewCrowd, overviewStretch, overviewScale, axisLeftOut
    case spanDays, spanMonths, spanYears, spanMillions, spanBillions
    case spanDay, spanWeek, spanWeeks, spanMonth, spanYear
    case later, earlier, afterBeginning, beforeBeginning, about, withinDays, fromDay, byDay, knownDescription
    case knownMark, knownCrowd, knownSquare, knownScale, knownLeftOut
    case foundEntries, foundInPeriod, loosenFilter, removeFilter, filterValue, wordTooShort, dateMistake
    case reversedWindow, unknownFilter, emptySearch, notYetKnown, dayMistake
    case mapTitle, mapDescription, mapMore, mapAndOthers, mapScale, mapOpenWay, mapFurtherPlaces
    case mapFurtherRoutes, moreOfThem
    case changesDescription, changeCountOne, changeCountOther, changesOfDay, changePart
}
