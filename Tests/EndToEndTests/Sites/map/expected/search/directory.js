dateline_search("directory",{"count":1,"isReversed":0,"cards":0,"dayRun":4096,"days":[[-21327,-21327,-21327,-21327]],"terms":["12"],"status":{"confirmed":"Confirmed"},"group":{}});
