#!/usr/bin/env python3
"""Makes Coasts50m.swift and Coasts110m.swift from outlines of countries; README.md says from which.

usage: outlines.py COUNTRIES.json DECIMALS NAME > NAME.swift

COUNTRIES.json is a list of rings, each a list of [longitude, latitude]. An edge that two countries share is a
border and disappears, the seams along the 180th meridian and at the South Pole too; what is left is stitched into
the rings of coasts. Each ring becomes a line of Google's encoded polyline format, latitude first, longitudes
without a jump at the 180th meridian.
"""
import json
import math
import sys
from collections import defaultdict


def edges(rings, scale):
    """Directed edges by where they begin, without borders and seams."""
    seen = defaultdict(int)
    for ring in rings:
        points = []
        for longitude, latitude in ring:
            x = round(longitude * scale)
            x = -180 * scale if x == 180 * scale else x
            point = (0 if latitude <= -89.9 else x, round(latitude * scale))
            if not points or point != points[-1]:
                points.append(point)
        if points and points[0] == points[-1]:
            points.pop()
        for start, end in zip(points, points[1:] + points[:1]):
            if start[0] == end[0] == -180 * scale:
                continue
            if seen[(end, start)]:
                seen[(end, start)] -= 1
            else:
                seen[(start, end)] += 1
    ways = defaultdict(list)
    for (start, end), count in seen.items():
        pole = -90 * scale
        if not count or start[1] <= pole or end[1] <= pole:
            continue
        ways[start] += [end] * count
    return ways


def direction(start, end, scale):
    turn = (end[0] - start[0] + 540 * scale) % (360 * scale) - 180 * scale
    return math.atan2(end[1] - start[1], turn)


def stitch(ways, scale):
    """Rings of the edges; where several leave a point, the sharpest turn to the land's side is taken."""
    while ways:
        start = min(ways)
        ring, previous, current = [start], None, start
        while True:
            choices = ways[current]
            if previous is not None and len(choices) > 1:
                back = direction(current, previous, scale)
                choices.sort(key=lambda end: -((direction(current, end, scale) - back) % math.tau))
            end = choices.pop()
            if not choices:
                del ways[current]
            if end == ring[0] and end not in ways:
                break
            if end in ring[1:] or end == ring[0]:
                # A point that is passed twice: what lies between is a ring of its own.
                place = ring.index(end)
                if len(ring) - place > 2:
                    yield ring[place:]
                del ring[place + 1:]
                previous, current = (ring[-2] if len(ring) > 1 else None), end
                if end not in ways:
                    break
                continue
            if end not in ways:
                break
            ring.append(end)
            previous, current = current, end
        if len(ring) > 2:
            yield ring


def unwrap(ring, scale):
    """The ring with longitudes that run on, and the turn it makes around the pole: 0, or a full one."""
    run = [ring[0]]
    for x, y in ring[1:]:
        step = (x - run[-1][0] + 540 * scale) % (360 * scale) - 180 * scale
        run.append((run[-1][0] + step, y))
    closing = (run[0][0] - run[-1][0] + 540 * scale) % (360 * scale) - 180 * scale
    return run, run[-1][0] + closing - run[0][0]


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def encode(values):
    text = []
    for value in values:
        value = value << 1 ^ value >> 63
        while value >= 32:
            text.append(chr((32 | value & 31) + 63))
            value >>= 5
        text.append(chr(value + 63))
    return "".join(text)


def line(ring, scale):
    run, turn = unwrap(ring, scale)
    # The smaller side lies on the left: of a ring around the South Pole, which goes west then, the pole's.
    if (turn > 0) if turn else (area(run) < 0):
        run, turn = unwrap(ring[::-1], scale)
    values, last = [], (0, 0)
    for x, y in run:
        values += [y - last[1], x - last[0]]
        last = (x, y)
    return encode(values)


def main():
    path, decimals, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    scale = 10**decimals
    with open(path, encoding="utf-8") as file:
        rings = list(stitch(edges(json.load(file), scale), scale))
    points = sum(map(len, rings))
    lines = sorted((line(ring, scale) for ring in rings), key=lambda line: (-len(line), line))
    print("// swift-format-ignore-file")
    print("// Made by outlines.py; README.md in this folder says of what.\n")
    print(f"/// {len(rings)} coasts of {points} points, in 1/{scale} of a degree; Natural Earth, public domain.")
    print(f"let {name[0].lower()}{name[1:]}: StaticString = #\"\"\"")
    print("\n".join(lines))
    print("\"\"\"#")
    print(f"{name}: {len(rings)} rings, {points} points, {sum(map(len, lines)) + len(lines)} bytes", file=sys.stderr)


main()
