/* The overview, which draws the entries along time, begins to answer the reader. */

if (drawing) {
  readMarks();
  answerZoom();
  arrange();
  answerKeys();
  answerPointer();
  followReading();
}
