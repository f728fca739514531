#!/usr/bin/env python3
"""Writes FoldingTable.swift: how letters of the first 8,192 code points, full-width forms, ligatures and
small digits are folded for the search. Run in this folder: python3 folding.py > FoldingTable.swift

Origin: the Unicode Character Database as Python's unicodedata has it. A letter is lower-cased, decomposed
(NFD; NFKD for full-width forms, ligatures and small digits), freed of the marks below, and spelled out by the list below.
The theme's script does the same with the browser's own data, and one table of cases tests both.
"""
import unicodedata

# Diacritics; the nukta of the scripts of India.
MARKS = [(0x300, 0x36F), (0x591, 0x5C7), (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670),
         (0x93C, 0x93C), (0x9BC, 0x9BC), (0xA3C, 0xA3C), (0xABC, 0xABC), (0xB3C, 0xB3C), (0xCBC, 0xCBC)]
# Read as nothing within words: soft hyphens, what joins or directs letters, letters that stand for an apostrophe.
SILENT = [(0xAD, 0xAD), (0x2B9, 0x2BF), (0x61C, 0x61C), (0x200D, 0x200F), (0x202A, 0x202E), (0x2060, 0x2060),
          (0x2066, 0x2069), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)]
SPELLED = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th",
           "ı": "i", "ſ": "s", "ς": "σ", "¹": "1", "²": "2", "³": "3", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
           "ँ": "ं"}
# Arabic, Persian and Indian digits.
SPELLED |= {chr(first + digit): str(digit) for first in (0x660, 0x6F0, 0x966) for digit in range(10)}


def is_in(ranges, code):
    return any(low <= code <= high for low, high in ranges)


def fold(code):
    form = "NFD" if code < 0x2000 else "NFKD"
    letters = unicodedata.normalize(form, chr(code).lower())
    kept = [c for c in letters if not is_in(MARKS + SILENT, ord(c))]
    return "".join(SPELLED.get(c, c) for c in kept)


def is_word(code):
    return unicodedata.category(chr(code))[0] in "LNM"


pairs = []
further = [code for low, high in SILENT for code in range(low, high + 1) if code >= 0x2000]
for code in [*range(0x80, 0x2000), *sorted([*range(0x2070, 0x209D), *further, *range(0xFB00, 0xFB07), *range(0xFF10, 0xFF5B)])]:
    if (is_word(code) or is_in(SILENT, code)) and fold(code) != chr(code):
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
