/* Starts the overview, the drawing of the entries along time. */

if (drawing) {
  readMarks();
  answerZoom();
  arrange();
  answerKeys();
  answerPointer();
  followReading();
}
