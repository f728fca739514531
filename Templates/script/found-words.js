/* Marks the words of the search in the entries found, a few entries at a time. */

function clearMarks() {
  all("mark.found").forEach(found => {
    var parent = found.parentNode;
    found.replaceWith(found.firstChild);
    parent.normalize();
  });
}

function markWords(places, current) {
  var runs = view.q.split(/\s+/).filter(text => IS_ALONE.test(text)), wanted = [];
  read(view.q).forEach(group => ways(group).forEach(terms => wanted.push(...terms)));
  wanted = wanted.filter(term => !IS_ALONE.test(term[0]));
  if (!wanted.length && !runs.length) return;
  var at = 0, left = 600;
  (function some() {
    if (current !== turn) return;
    for (var end = at + 8; at < end && at < places.length && left > 0; at++) {
      var nodes = [], walker = document.createTreeWalker(places[at], 4);
      while (walker.nextNode()) nodes.push(walker.currentNode);
      nodes.forEach(node => { left -= markNode(node, wanted, runs); });
    }
    if (at < places.length && left > 0) setTimeout(some);
  }());
}

// Returns the number of marks in a text.
function markNode(node, wanted, runs) {
  var text = node.data, found = [], last = 0;
  function isWanted(word) {
    return word && wanted.some(term => term[1] ? word.startsWith(term[0]) : word === term[0]);
  }
  if (wanted.length) {
    read(text).forEach(group => group.forEach((part, first) => {
      var isJoined = first < group.length - 1 && isWanted(joined(group, first)), { word, sign } = part;
      if (isJoined || isWanted(word) || isWanted(bare(word)) || sign && isWanted(word + sign)) {
        found.push([part.at, isJoined ? group[group.length - 1].end : part.end + sign.length]);
      }
    }));
  }
  runs.forEach(run => {
    for (var at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) {
      found.push([at, at + run.length]);
    }
  });
  found = found.sort((a, b) => a[0] - b[0]).filter(range => range[0] >= last && (last = range[1])).reverse();
  found.forEach(([at, end]) => {
    var marked = make("mark", "found"), rest = node.splitText(at);
    rest.splitText(end - at);
    rest.replaceWith(marked);
    marked.append(rest);
  });
  return found.length;
}
