#!/usr/bin/env python3
"""Writes FoldingTable.swift: how letters of the first 8,192 code points, full-width forms and ligatures are
folded for the search. Run in this folder: python3 folding.py > FoldingTable.swift

Origin: the Unicode Character Database as Python's unicodedata has it. A letter is lower-cased, decomposed
(NFD; NFKD for full-width forms and ligatures), freed of the marks below, and spelled out by the list below.
The theme's script does the same with the browser's own data, and one table of cases tests both.
"""
import unicodedata

MARKS = [(0x300, 0x36F), (0x591, 0x5C7), (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670)]
SPELLED = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th",
           "ı": "i", "ſ": "s", "ς": "σ"}


def fold(code):
    form = "NFD" if code < 0x2000 else "NFKD"
    letters = unicodedata.normalize(form, chr(code).lower())
    kept = [c for c in letters if not any(low <= ord(c) <= high for low, high in MARKS)]
    return "".join(SPELLED.get(c, c) for c in kept)


def is_word(code):
    return unicodedata.category(chr(code))[0] in "LNM"


pairs = []
for code in [*range(0x80, 0x2000), *range(0xFB00, 0xFB07), *range(0xFF10, 0xFF5B)]:
    if is_word(code) and fold(code) != chr(code):
        pairs.append("%X=%s" % (code, fold(code)))
print("/// Letters and what the search reads in their place, in the form `CODE=LETTERS`; nothing for a mark that is")
print("/// left out. Made by folding.py from the Unicode Character Database %s." % unicodedata.unidata_version)
print('let foldingTable = """')
line = "   "
for pair in pairs:
    if len(line) + len(pair) + 1 > 104:
        print(line + " \\")
        line = "   "
    line += " " + pair
print(line)
print('    """')
