import TestSupport
import Testing

@testable import TimelineModel

@Suite("Scripts in SVG drawings")
struct DrawingScriptTests {
    @Test(
        "The first script is found with its range",
        arguments: [
            "<svg>⟦<script⟧>alert(1)</script></svg>",
            "<svg>⟦<SCRIPT⟧/></svg>",
            "<svg>⟦<svg:script⟧/></svg>",
            "⟦<script⟧",
            "<svg ⟦onload⟧=\"x()\"/>",
            "<svg ⟦onload⟧ =\n'x()'/>",
            "<svg width=\"1\" ⟦ONCLICK⟧='x()'>",
            "<g><a href=\"⟦javascript:⟧x()\">",
            "<a href = \" \n⟦JavaScript:⟧x()\">",
            "<a xlink:href='⟦javascript:⟧'>",
            "<!-- <script> --><path ⟦onclick⟧='x'/>",
            "<!-- - -- > -->⟦<script⟧>",
            "<!-->⟦<script⟧>",
            "<a title='>' ⟦onclick⟧='x'>",
            "<a b='1' c ⟦onx⟧=1>",
        ])
    func found(_ marked: String) {
        let text = MarkedText(marked)
        var script = DrawingScript(Array(text.text.utf8))
        #expect(script.range() == text.ranges.first, "\(marked)")
    }

    @Test(
        "Text that only looks like a script is not one",
        arguments: [
            "", "<", "<svg", "<svg><path d='M0 0'/></svg>", "<scripts/>", "<description/>", "script onload=",
            "<svg on='x'>",
            "<svg onload>", "<svg>onload='x'</svg>", "<a href='#javascript:x'>", "<a href='java script:'>",
            "<a href=javascript:x>",
            "<!-- <script>", "<!--", "<a title='onclick=1'>", "<a title=\"it's onclick='x'\">", "<a title='",
        ])
    func none(_ text: String) {
        var script = DrawingScript(Array(text.utf8))
        #expect(script.range() == nil, "\(text)")
    }
}
