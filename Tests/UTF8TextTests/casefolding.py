#!/usr/bin/env python3
"""Writes CaseFoldingTable.swift: the full case folding of Unicode (CaseFolding.txt, C and F), with which the
tests compare the program's own. Run in this folder: python3 casefolding.py > CaseFoldingTable.swift

Origin: Python's str.casefold, which has the Unicode Character Database.
"""
import unicodedata

pairs = []
for code in range(0x20000):
    if 0xD800 <= code < 0xE000 or unicodedata.category(chr(code)) == "Cn":
        continue
    folded = chr(code).casefold()
    if folded != chr(code):
        pairs.append("%X=%s" % (code, ",".join("%X" % ord(letter) for letter in folded)))
print("/// Code points and what they are folded to; all others stay the same. casefolding.py made this table from the Unicode")
print("/// Character Database %s." % unicodedata.unidata_version)
print("let caseFoldingVersion = %s" % ".".join(unicodedata.unidata_version.split(".")[:2]))
print('let caseFoldingTable = """')
line = "   "
for pair in pairs:
    if len(line) + len(pair) + 1 > 104:
        print(line + " \\")
        line = "   "
    line += " " + pair
print(line)
print('    """')
