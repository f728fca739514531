dateline_search("days-pai5hqc647pe","z1pB660tsy6vtcUAqBd");
