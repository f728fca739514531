import EDTF
import TimelineModel

/// A fixed text of the interface. Templates name each as `{{words.NAME}}`.
enum Word: String, CaseIterable, Sendable {
    // Ways around the site
    case skipToContent, timeline, mainNavigation, groups, actors, places, tags, statuses, sources
    case periods, previous, next, previousInGroup, nextInGroup, pager, allEntries, allPages, allParts
    case overview, keyEntries, footer

    // Files for other programs
    case downloads, feedAtom, feedJSON, calendar, dataJSON, dataCSV, dataTimelineJS, dataGeoJSON

    // An entry
    case date, status, contentStatus, content, group, claims, quantities, route, media
    case editorsNotes, editorsNote, corrections, correction, notes, seeAlso, permalink, outcome
    case statement, claimedBy, relayedBy, inReplyTo, original, translatedBy, source
    case to, details, draft, furtherSources, furtherNotes, furtherAnswers, citeThis, copyLink, copyCitation,
        copied

    // Actors, places, sources
    case alsoKnownAs, website, whatTheySaid, whatWasSaid, entries, coordinates
    case publisher, agency, author, published, url, archivedCopy, accessed
    case claimsFromSource, noStatements

    // Maps
    case map, routes, mapOrigin, notOnMap, mapOpenPlace, mapSeveral, mapRadius

    // Pages that are not found or have moved
    case notFoundTitle, notFoundText, movedTitle, movedText

    // What publications changed
    case changes, lastChanges, allChanges, feedChanges, was, now, kindOfEntry

    // The frame
    case license, asOf, generator

    // How the story became known
    case howItBecameKnown, knownIntro, howThisBecameKnown, statusBecame, firstReported, since
    case sameDay, nextDay, dayBefore, dayItBegan, aboutSameTime, beforeOrAfter

    // The drawing of it
    case whenItBecameKnown, knownDrawing, knownSquares, knownReading, knownMarks, knownKeys, theSameDay
    case knownAcross, knownUpwards, knownBox, knownLine, knownUndated

    // Views of an earlier day
    case possiblyKnown, textOfLater, titleOfToday, wholeSite, wholeSiteElsewhere
    case earlierDayIntro, earlierDayKeys, moments, asKnownOn, earlierReport, laterReport

    // Pages for frames
    case linksOpenTabs

    // Filters and search
    case search, searchField, filters, closeFilters, actor, place, tag, importance
    case normalEntries, detailEntries
    case allOfThese, anyOfThese, words, dateWindow, dateFrom, dateTo, dateForm, narrowList
    case foundNothing, clearFilters, moreResults, results, filterByThis, loadingSearch, searchFailed

    // How lists are read
    case howToRead, statementMeaning, toldIn, readSource, backToText, listSeparator

    // The overview
    case overviewDrawing, overviewColumns, overviewKeys, skipOverview, zoomIn, zoomOut, zoomAll,
        howDatesAreDrawn
    case dateDay, dateWithin, dateLasted, dateApproximate, dateUncertain, dateOpen, dateUnknown, dateOneOf
    case dateAllOf, dateCrowd, axisUneven, axisFolded, withoutPlaceInTime, otherGroups, noGroup
    case whereYouAre
}
