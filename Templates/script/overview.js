/* Starts the overview, the drawing of the entries along time. */

if (drawing) {
  readMarks();
  answerZoom();
  arrange();
  answerKeys();
  answerPointer();
  // In a frame as high as its page nothing shows what is being read. With two times, the marks are not in the order of
  // the page.
  if (!isEmbed && !isRising) followReading();
}
