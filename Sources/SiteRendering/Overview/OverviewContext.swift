import Templates

/// The context of an overview.
let overviewContext = Context<Overview>(
    "overview",
    [
        .markup("drawing", "The drawing, followed by one with the names of its lanes") { $0.drawing },
        .flag("is_density", "Whether columns count the entries instead of showing a mark for each") {
            $0.isDensity
        },
        .text("scale", "For columns: the number of entries in the highest one, in words") { $0.scale },
        .list(
            "legend", overviewLegendContext, "The legend of the drawing: the forms of dates that occur in it"
        ) { $0.legend },
        .list("unplaced", linkContext, "The entries whose dates cannot be drawn") {
            $0.unplaced
        },
    ])

let overviewLegendContext = Context<OverviewLegendItem>(
    "overview legend",
    [
        .text("id", "A word for a class name: day, within, lasted, open …") { $0.id },
        .markup("sample", "A sample of a date drawn in this way; empty if the legend only has words") {
            $0.sample
        },
        .text("text", "The meaning") { $0.text },
    ])
