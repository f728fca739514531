/// Different names with the same slug, and registered names.
let nameCases: [RuleCase] = [
    RuleCase(
        "Two spellings of one address",
        "actors: [⟦1:\"O'Malley\"⟧, ⟦2:O’Malley⟧, o'malley]",
        "2 name-clash: 'O’Malley' would have the address of 'O'Malley' → write \"O'Malley\" → register it in Content/actors.yml under an id of its own (1 the other name)"
    ),
    RuleCase(
        "An id that no file registers, and a name with its address",
        "tags: [⟦1:東京⟧, ⟦2:東京!⟧, ⟦3:X!⟧, ⟦4:x⟧, ⟦5:old-quay⟧, ⟦6:\"Old, Quay\"⟧]",
        "2 name-clash: '東京!' would have the address of '東京' → write 東京 → register it in Content/timeline.yml under an id of its own (1 the other name)",
        "4 name-clash: 'x' would have the address of 'X!' → write \"X!\" → register it in Content/timeline.yml under an id of its own (3 the other name)",
        "6 name-clash: 'Old, Quay' would have the address of 'old-quay' → write old-quay → register it in Content/timeline.yml under an id of its own (5 the other name)"
    ),
    RuleCase(
        "Spellings of a place, a group and a tag",
        "places: [⟦1:New-Quay⟧, ⟦2:New Quay⟧]\ngroup: ⟦3:Ship & Port⟧\ntags: [⟦4:Strike Action⟧, ⟦5:Strike/Action⟧]",
        files: [
            "Content/events/b.md": TestSite.entry("group: ⟦6:Ship Port⟧")
        ],
        "2 name-clash: 'New Quay' would have the address of 'New-Quay' → write New-Quay → register it in Content/places.yml under an id of its own (1 the other name)",
        "3 name-clash: 'Ship & Port' would have the address of 'Ship Port' → write Ship Port → register it in Content/timeline.yml under an id of its own (events/b.md@6 the other name)",
        "5 name-clash: 'Strike/Action' would have the address of 'Strike Action' → write Strike Action → register it in Content/timeline.yml under an id of its own (4 the other name)"
    ),
    RuleCase(
        "Another spelling of what is registered",
        "actors: [Port Authority, ⟦1:Port-Authority⟧]",
        files: ["Content/actors.yml": "⟦2:port-authority⟧: {name: Port Authority}\ndockers: {name: D}\n"],
        "1 name-clash: 'Port-Authority' would have the address of 'port-authority' → write port-authority → register it in Content/actors.yml under an id of its own (actors.yml@2 the other name)"
    ),
    RuleCase(
        "A name, a short name and another name of what is registered under another id",
        "actors: [⟦1:C++⟧, ⟦2:Cpp Group⟧, ⟦3:c ++⟧]\nplaces: [⟦4:Westhafen⟧]",
        files: [
            "Content/actors.yml": "⟦5:dockers⟧: {name: C++, short: Cpp Group}\n",
            "Content/places.yml": "⟦6:west-harbour⟧: {name: West, also: [Westhafen]}\n",
        ],
        "1 registered-name: 'C++' is registered as 'dockers' → write dockers (actors.yml@5 registered here)",
        "2 registered-name: 'Cpp Group' is registered as 'dockers' → write dockers (actors.yml@5 registered here)",
        "3 registered-name: 'c ++' is registered as 'dockers' → write dockers (actors.yml@5 registered here)",
        "4 registered-name: 'Westhafen' is registered as 'west-harbour' → write west-harbour (places.yml@6 registered here)"
    ),
    RuleCase(
        "Names that differ in case by full folding, in blanks or in points, and make two addresses",
        "tags: [⟦1:Straße⟧, ⟦2:STRASSE⟧, ⟦3:ΟΔΟΣ⟧, ⟦4:οδος⟧, ⟦5:U.S.⟧, ⟦6:US⟧, ⟦7:ﬁn⟧, ⟦8:FIN⟧]\nplaces: [⟦9:New Quay⟧, ⟦0:NewQuay⟧]",
        "2 similar-names: 'STRASSE' is 'Straße' but for case, spaces or points, and has another page → write Straße (1 the other name)",
        "4 similar-names: 'οδος' is 'ΟΔΟΣ' but for case, spaces or points, and has another page → write ΟΔΟΣ (3 the other name)",
        "6 similar-names: 'US' is 'U.S.' but for case, spaces or points, and has another page → write U.S. (5 the other name)",
        "8 similar-names: 'FIN' is 'ﬁn' but for case, spaces or points, and has another page → write ﬁn (7 the other name)",
        "0 similar-names: 'NewQuay' is 'New Quay' but for case, spaces or points, and has another page → write New Quay (9 the other name)"
    ),
    RuleCase(
        "Names that look alike",
        "tags: [⟦1:\"Har\u{AD}bour fire\"⟧, ⟦2:Harbour fire⟧]\nactors: [⟦3:\"Dock\u{AD}ers\"⟧, ⟦4:\"Port\u{2060} Authority\"⟧, ⟦6:Cafe Noir⟧, ⟦7:\"Cafe\u{200B} Noir\"⟧]",
        files: [
            "Content/actors.yml": "⟦5:port-authority⟧: {name: Port Authority}\n⟦8:dockers⟧: {name: Dockers}\n"
        ],
        "1 similar-names: 'Harbour fire' differs from 'Harbour fire' in U+00AD alone, which nobody sees → write Harbour fire (2 the other name)",
        "3 similar-names: 'Dockers' differs from 'Dockers' in U+00AD alone, which nobody sees → write dockers (actors.yml@8 registered here)",
        "4 similar-names: 'Port Authority' differs from 'Port Authority' in U+2060 alone, which nobody sees → write port-authority (actors.yml@5 registered here)",
        "7 similar-names: 'Cafe Noir' differs from 'Cafe Noir' in U+200B alone, which nobody sees → write Cafe Noir (6 the other name)"
    ),
    RuleCase(
        "An id and a name that looks like it", "tags: [⟦1:\"a\u{AD}b\"⟧, ⟦2:ab⟧]",
        "1 similar-names: 'ab' differs from 'ab' in U+00AD alone, which nobody sees → write ab (2 the other name)"
    ),
]

let harmlessNameCases: [RuleCase] = [
    RuleCase(
        "Names that are one, and names with addresses of their own",
        "actors: [port-authority, Port  Authority, PORT AUTHORITY, J. Smith, J Smith, j.smith, Wagner, Wagner+]\ntags: [c, C, C., C++, \"C#\", Group A, Group (A), Group A*, CO, CO₂]"
    ),
    RuleCase(
        "An id and the names that it stands for",
        "tags: [new-quay, New-Quay, old-quay, Old Quay, OLD QUAY, 東京, wagner, Wagner, WAGNER]"
    ),
    RuleCase(
        "Joiners and flags that are seen, and ids that are addresses as they stand",
        "tags: [\"می\u{200C}خواهم نامه\", \"میخواهم نامه\", straße, strasse]\nactors: [\"🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} Port\"]\nplaces: [\"🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} Port (north)\", \"🏴 Port (south)\"]"
    ),
    RuleCase("The same name in two forms", "actors: [Caf\u{E9} X, Cafe\u{301} X, CAFÉ X]"),
]
