/* Starts the overview, the drawing of the entries along time. */

if (drawing) {
  readMarks();
  answerZoom();
  arrange();
  answerKeys();
  answerPointer();
  // In a frame as high as its page nothing shows what is being read.
  if (!isEmbed) followReading();
}
