/* An entry in the list of results, created from a row of the data files (Search/SearchValues.swift) with the markup of
   entry-item.mustache. Tests/SiteRenderingTests/Shared/entry-items.json checks that rows and markup agree. */

function link(className, path, ...parts) {
  var made = make("a", className, ...parts);
  made.href = says.root + path + ".html";
  return made;
}

function mark(id) {
  var element = svg("svg", { "class": "mark", "aria-hidden": "true", width: 16, height: 16 });
  element.append(svg("use", { href: "#mark_" + id }));
  return element;
}

function badge(id, of) {
  var words = of ? [make("span", "badge-of", of), " "] : [];
  return link("badge", "status/" + id, mark(id), ...words, nameOf("status", id));
}

// `content`: the status of a statement's content.
function resultItem([slug, title, date, summary, status, content, isStatement, importance, group, marks]) {
  var standing = make("span", "standing"), when = make("p", "when");
  var headline = make("h3", "headline", link("", "events/" + encodeURIComponent(slug), title));
  var what = make("header", "what", headline, standing);
  when.append(date);
  if (status) standing.append(badge(status, isStatement && says.statement));
  if (content) standing.append(" ", badge(content, says.content));
  if (marks & 1) standing.append(" ", make("span", "known-note badge", says.possibly));
  if (marks & 2) standing.append(" ", make("span", "known-note badge", says.title));
  if (group) standing.append(" ", link("group", "groups/" + encodeURIComponent(group), nameOf("group", group)));
  if (summary) what.append(make("p", "summary", summary));
  var kinds = ["entry", importance === 1 && "is-key", importance === 3 && "is-detail", group && "group_" + group];
  var item = make("article", kinds.filter(Boolean).join(" "), when, mark(isStatement ? "statement" : status), what);
  return make("li", "", item);
}
