import Testing
import UTF8Text

@testable import SiteRendering

@Suite("Writing SVG")
struct SVGWriterTests {
    @Test(
        "Numbers have at most two decimals and are finite",
        arguments: [
            (0.0, "0"), (12, "12"), (-0.5, "-0.5"), (3.25, "3.25"), (0.004, "0"), (-0.004, "0"),
            (0.005, "0.01"),
            (1.999, "2"), (-12.05, "-12.05"), (.infinity, "0"), (.nan, "0"), (1e300, "1000000000000"),
            (-1e300, "-1000000000000"),
        ])
    func decimals(number: Double, text: String) {
        var bytes: [UInt8] = []
        bytes.append(decimal: number)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test(
        "Shares have more decimals in a drawing that can be zoomed far",
        arguments: [
            (0.123456789, 2, "12.35"), (0.123456789, 5, "12.34568"), (0.5, 5, "50"), (0.999999999, 4, "100"),
            (1.0 / 3, 6, "33.333333"), (0.000001, 4, "0.0001"), (-0.5, 3, "-50"),
        ])
    func decimals(share: Double, decimals: Int, text: String) {
        var svg = SVGWriter(decimals: decimals)
        svg.element("g", ["x": .share(share)])
        #expect(String(decoding: svg.bytes, as: UTF8.self) == "<g x=\"\(text)%\"/>")
    }

    @Test("Elements nest, and an attribute without a value is left out")
    func nesting() {
        var svg = SVGWriter()
        svg.begin("g", ["class": .text("lane"), "id": .none])
        svg.element("rect", ["x": .share(0.125), "width": .number(24)])
        svg.text("text", ["y": .number(1.5)], "A")
        svg.end()
        svg.end()
        #expect(
            String(decoding: svg.bytes, as: UTF8.self)
                == "<g class=\"lane\"><rect x=\"12.5%\" width=\"24\"/><text y=\"1.5\">A</text>\n</g>")
    }

    @Test("Text is escaped in content and in attributes")
    func escaping() {
        var svg = SVGWriter()
        svg.text("title", ["class": .text("\"><script>")], "</title><script>&")
        #expect(
            String(decoding: svg.bytes, as: UTF8.self)
                == "<title class=\"&quot;&gt;&lt;script&gt;\">&lt;/title&gt;&lt;script&gt;&amp;</title>\n")
    }
}
