import CPangoCairo

/// A picture in memory of the size of a card, and the texts on it. A canvas is used by one thread at a time.
///
/// Antialiasing is in shades of grey, without hinting, so that a card does not depend on the settings of a desktop.
@safe
final class Canvas {
    private let library: DrawingLibrary
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    private let fontMap: OpaquePointer
    private let context: OpaquePointer
    private let layout: OpaquePointer
    private let font: OpaquePointer

    private var calls: PangoCairo { unsafe library.calls.pointee }

    init(_ library: DrawingLibrary) {
        self.library = library
        let calls = unsafe library.calls.pointee
        // 24 bits of colour in 32: CAIRO_FORMAT_RGB24.
        unsafe surface = calls.cairo_image_surface_create(1, Int32(Card.width), Int32(Card.height))
        unsafe cairo = calls.cairo_create(surface)
        unsafe fontMap = calls.pango_cairo_font_map_new()
        unsafe context = calls.pango_font_map_create_context(fontMap)
        unsafe layout = calls.pango_layout_new(context)
        unsafe font = calls.pango_font_description_new()
        let options = unsafe calls.cairo_font_options_create()
        // CAIRO_ANTIALIAS_GRAY, CAIRO_HINT_STYLE_NONE, CAIRO_HINT_METRICS_OFF
        unsafe calls.cairo_font_options_set_antialias(options, 2)
        unsafe calls.cairo_font_options_set_hint_style(options, 1)
        unsafe calls.cairo_font_options_set_hint_metrics(options, 1)
        unsafe calls.pango_cairo_context_set_font_options(context, options)
        unsafe calls.cairo_font_options_destroy(options)
        unsafe calls.pango_cairo_context_set_resolution(context, 96)
        unsafe calls.pango_context_set_round_glyph_positions(context, 0)
    }

    deinit {
        let calls = unsafe library.calls.pointee
        unsafe calls.pango_font_description_free(font)
        unsafe calls.g_object_unref(UnsafeMutableRawPointer(layout))
        unsafe calls.g_object_unref(UnsafeMutableRawPointer(context))
        unsafe calls.g_object_unref(UnsafeMutableRawPointer(fontMap))
        unsafe calls.cairo_destroy(cairo)
        unsafe calls.cairo_surface_destroy(surface)
    }

    // MARK: Drawing

    func setColour(_ colour: Colour) {
        unsafe calls.cairo_set_source_rgb(
            cairo, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    }

    /// Fills the whole canvas.
    func paint() { unsafe calls.cairo_paint(cairo) }

    func fillRectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        unsafe calls.cairo_rectangle(cairo, x, y, width, height)
        unsafe calls.cairo_fill(cairo)
    }

    /// Calls a closure with a square at a place as the coordinates, from 0 to 16 in each direction.
    func withSquare(atX x: Double, y: Double, size: Double, _ draw: () -> Void) {
        unsafe calls.cairo_save(cairo)
        unsafe calls.cairo_translate(cairo, x, y)
        unsafe calls.cairo_scale(cairo, size / 16, size / 16)
        draw()
        unsafe calls.cairo_restore(cairo)
    }

    /// Begins an arc; a full circle by default.
    func arc(
        _ x: Double, _ y: Double, _ radius: Double, from: Double = 0, to: Double = 2 * .pi
    ) {
        unsafe calls.cairo_new_path(cairo)
        unsafe calls.cairo_arc(cairo, x, y, radius, from, to)
        unsafe calls.cairo_close_path(cairo)
    }

    /// Begins a path through points.
    func path(_ points: [(x: Double, y: Double)], closed: Bool = false) {
        unsafe calls.cairo_new_path(cairo)
        for point in points { unsafe calls.cairo_line_to(cairo, point.x, point.y) }
        if closed { unsafe calls.cairo_close_path(cairo) }
    }

    func fill() { unsafe calls.cairo_fill(cairo) }

    /// - Parameter dashes: the lengths of strokes and gaps in turn; none for a solid line.
    func stroke(width: Double, dashes: [Double] = []) {
        unsafe calls.cairo_set_line_width(cairo, width)
        unsafe calls.cairo_set_dash(cairo, dashes, Int32(dashes.count), 0)
        unsafe calls.cairo_stroke(cairo)
    }

    // MARK: Texts

    /// Sets the language (BCP 47) and the direction of texts without letters.
    func setLanguage(_ tag: String, isRightToLeft: Bool) {
        unsafe calls.pango_context_set_language(context, calls.pango_language_from_string(tag))
        // PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL
        unsafe calls.pango_context_set_base_dir(context, isRightToLeft ? 1 : 0)
        // PANGO_ALIGN_LEFT, PANGO_ALIGN_RIGHT: a paragraph of the other direction is aligned to the other side.
        unsafe calls.pango_layout_set_alignment(layout, isRightToLeft ? 2 : 0)
    }

    /// Sets a text, in lines of at most a width.
    ///
    /// - Parameters:
    ///   - width: the width of a line in pixels; nil for a single line of any width.
    ///   - breaksWords: whether a word that is wider than a line is broken.
    func set(_ text: String, in type: TypeStyle, width: Double?, breaksWords: Bool = false) {
        unsafe calls.pango_font_description_set_family(font, type.families)
        unsafe calls.pango_font_description_set_weight(font, Int32(type.weight))
        unsafe calls.pango_font_description_set_absolute_size(font, type.size * Double(PANGO_UNITS))
        unsafe calls.pango_layout_set_font_description(layout, font)
        unsafe calls.pango_layout_set_line_spacing(layout, Float(type.lineSpacing))
        unsafe calls.pango_layout_set_width(layout, width.map { Int32($0 * Double(PANGO_UNITS)) } ?? -1)
        // PANGO_WRAP_WORD, PANGO_WRAP_WORD_CHAR
        unsafe calls.pango_layout_set_wrap(layout, breaksWords ? 2 : 0)
        var text = text
        text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                if let start = characters.baseAddress {
                    unsafe calls.pango_layout_set_text(layout, start, Int32(characters.count))
                }
            }
        }
    }

    /// The extents of the text that was set last, in pixels. The horizontal position is that within the width.
    var extents: TextExtents {
        var logical = PangoRectangle()
        unsafe calls.pango_layout_get_extents(layout, nil, &logical)
        func pixels(_ units: Int32) -> Double { Double(units) / Double(PANGO_UNITS) }
        return TextExtents(
            x: pixels(logical.x), width: pixels(logical.width), height: pixels(logical.height),
            baseline: pixels(unsafe calls.pango_layout_get_baseline(layout)))
    }

    /// The number of characters for which no installed font has a glyph, in the text that was set last.
    var unknownGlyphCount: Int { Int(unsafe calls.pango_layout_get_unknown_glyphs_count(layout)) }

    /// The scalar offsets in the text that was set last at which a word ends (UAX #29, and dictionaries for Thai).
    var wordEnds: [Int] { offsets(with: 1 << 6) }

    /// The scalar offsets in the text that was set last between two characters as readers see them.
    var characterBounds: [Int] { offsets(with: 1 << 4) }

    /// Returns the offsets with a property, which is a bit of `PangoLogAttr`.
    private func offsets(with bit: UInt32) -> [Int] {
        var count: Int32 = 0
        let attributes = unsafe calls.pango_layout_get_log_attrs_readonly(layout, &count)
        return (0..<Int(count)).filter { unsafe attributes[$0] & bit != 0 }
    }

    /// Draws the text that was set last.
    ///
    /// - Parameters:
    ///   - x: the start of the width.
    ///   - y: the top of the first line.
    func drawText(atX x: Double, y: Double) {
        unsafe calls.cairo_new_path(cairo)
        unsafe calls.cairo_move_to(cairo, x, y)
        unsafe calls.pango_cairo_show_layout(cairo, layout)
    }

    // MARK: The picture

    /// Calls a closure with the rows of pixels, each pixel as 0x00RRGGBB.
    ///
    /// - Throws: if Cairo could not draw, for example for want of memory.
    func withPixels<Result>(
        _ read: (_ rows: UnsafeBufferPointer<UInt32>, _ pixelsPerRow: Int) -> Result
    ) throws(DrawingFailure) -> Result {
        unsafe calls.cairo_surface_flush(surface)
        for status in unsafe [calls.cairo_status(cairo), calls.cairo_surface_status(surface)]
        where status != 0 {
            throw DrawingFailure(reason: unsafe String(cString: calls.cairo_status_to_string(status)))
        }
        let stride = Int(unsafe calls.cairo_image_surface_get_stride(surface)) / 4
        guard let bytes = unsafe calls.cairo_image_surface_get_data(surface) else {
            throw DrawingFailure(reason: "no pixels")
        }
        let count = stride * Card.height
        return unsafe UnsafeRawPointer(bytes).withMemoryRebound(to: UInt32.self, capacity: count) { pixels in
            unsafe read(UnsafeBufferPointer(start: pixels, count: count), stride)
        }
    }
}

/// The measures of a text in pixels.
struct TextExtents {
    /// The distance of the text from the start of its width.
    var x: Double
    var width: Double
    var height: Double
    /// The distance of the first baseline from the top.
    var baseline: Double
}

/// The typefaces, size and weight of a text.
struct TypeStyle {
    /// The names of the typefaces in order of preference, separated by commas.
    var families: String
    /// The size of the em in pixels.
    var size: Double
    /// The weight, 400 for regular, 700 for bold.
    var weight = 400
    /// The distance of lines as a multiple of the typeface's own.
    var lineSpacing = 1.0
}
