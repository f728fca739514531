dateline_search("days-0","z1pB660tsy6vtcUAqBd");
