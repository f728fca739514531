/// The context of an overview.
let overviewContext = Context<Overview>(
    "overview",
    [
        .markup("drawing", "The drawing, and behind it one with the names of its lanes") { $0.drawing },
        .flag("is_density", "True where columns count the entries instead of a mark for each") {
            $0.isDensity
        },
        .text("scale", "Of columns: how many entries the highest stands for, in words") { $0.scale },
        .list("legend", overviewLegendContext, "How dates are drawn, as far as it occurs") { $0.legend },
        .list("unplaced", linkContext, "Entries whose dates have no place in time") {
            $0.unplaced
        },
    ])

let overviewLegendContext = Context<OverviewLegendItem>(
    "overview legend",
    [
        .text("id", "A word for a class: day, within, lasted, open …") { $0.id },
        .markup("sample", "A date drawn so; nothing for what is said in words alone") { $0.sample },
        .text("text", "What it means") { $0.text },
    ])
