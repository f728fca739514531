"""Pixel tests: whether drawn elements are visible against their background."""

import io

from PIL import Image, ImageChops


def picture(page, box: dict, margin: float = 0) -> Image.Image:
    """A screenshot of a box of the visible part, in CSS pixels, with a margin around it."""
    size = page.viewport_size
    left, top = max(0, box["x"] - margin), max(0, box["y"] - margin)
    right = min(size["width"], box["x"] + box["width"] + margin)
    bottom = min(size["height"], box["y"] + box["height"] + margin)
    clip = {"x": left, "y": top, "width": max(1, right - left), "height": max(1, bottom - top)}
    data = page.screenshot(clip=clip, animations="disabled", caret="hide")
    return Image.open(io.BytesIO(data)).convert("RGB")


def picture_of(page, locator, margin: float = 3) -> Image.Image:
    """An element and the background around it."""
    locator.evaluate("e => e.scrollIntoView({ block: 'center' })")
    return picture(page, locator.bounding_box(), margin)


def luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [v / 255 / 12.92 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ground(picture: Image.Image) -> tuple[int, int, int]:
    """The most frequent colour of the picture's edge."""
    width, height = picture.size
    edge = [picture.getpixel((x, y)) for x in range(width) for y in (0, height - 1)]
    edge += [picture.getpixel((x, y)) for x in (0, width - 1) for y in range(height)]
    return max(sorted(set(edge)), key=edge.count)


def visible_share(picture: Image.Image, ratio: float) -> float:
    """The share of the pixels that differ from the background by at least a contrast ratio."""
    below = ground(picture)
    width, height = picture.size
    colours = picture.getcolors(width * height)
    return sum(count for count, colour in colours if contrast(colour, below) >= ratio) / (width * height)


def changed_pixels(one: Image.Image, other: Image.Image, by: int = 40) -> int:
    """The number of pixels that differ by more than a number of the 255 grey levels."""
    assert one.size == other.size
    difference = ImageChops.difference(one, other).convert("L").point(lambda level: 255 if level > by else 0)
    return difference.histogram()[255]
